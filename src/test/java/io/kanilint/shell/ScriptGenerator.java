package io.kanilint.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Writes scripts that Bash takes, using every corner of its grammar. One seed, one script. */
final class ScriptGenerator {
    private static final String[] NAMES = {"echo", "cmd", "./run", "true", "test", "printf", "a-b", "x.y", ":", "["};

    private final Random random;
    private final WordGenerator words;
    private final StringBuilder out = new StringBuilder();
    /** Bodies of here-documents that wait for the end of the line, innermost substitution last. */
    private final Deque<List<String>> pending = new ArrayDeque<>();

    private int depth;
    private int documents;
    private int size;

    private final boolean everyday;

    private ScriptGenerator(long seed, boolean everyday) {
        random = new Random(seed);
        words = new WordGenerator(random, out, this, everyday);
        pending.add(new ArrayList<>());
        this.everyday = everyday;
    }

    /** A script that holds anything Bash takes. */
    static String script(long seed) {
        return new ScriptGenerator(seed, false).write();
    }

    /** A script without the corners of the grammar that tree-sitter-bash is known to misread. */
    static String everydayScript(long seed) {
        return new ScriptGenerator(seed, true).write();
    }

    private String write() {
        int lines = 1 + random.nextInt(5);
        for (int i = 0; i < lines; i++) {
            list(false);
            newline();
        }
        return out.toString();
    }

    private void newline() {
        out.append('\n');
        pending.getLast().forEach(out::append);
        pending.getLast().clear();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** Blanks between two words. */
    void blank() {
        out.append(
                switch (everyday ? 9 : random.nextInt(12)) {
                    case 0 -> "  ";
                    case 1 -> "\t";
                    case 2 -> " \\\n";
                    case 3 -> "\\\n ";
                    default -> " ";
                });
    }

    private void maybeBlank() {
        if (chance(2)) {
            blank();
        }
    }

    private void lines() {
        if (chance(4)) {
            out.append(chance(2) ? " # it's \"odd ( `" : "");
            newline();
            while (chance(3)) {
                out.append(chance(2) ? "  #c'" : "");
                newline();
            }
        } else {
            blank();
        }
    }

    /** Something that ends a command: no word may follow it as an argument. */
    private void separator() {
        switch (random.nextInt(6)) {
            case 0, 1 -> out.append("; ");
            case 2 -> out.append(chance(2) ? " & " : ";");
            case 3 -> {
                out.append(" # don't");
                newline();
            }
            default -> newline();
        }
    }

    private void list(boolean separated) {
        int count = 1 + (chance(3) ? random.nextInt(3) : 0);
        for (int i = 0; i < count; i++) {
            andOr();
            if (separated || i < count - 1) {
                separator();
            }
        }
    }

    /** Commands between reserved words. */
    private void body() {
        lines();
        list(true);
        maybeBlank();
    }

    private void andOr() {
        pipeline();
        while (chance(6)) {
            maybeBlank();
            out.append(chance(2) ? "&&" : "||");
            lines();
            pipeline();
        }
    }

    private void pipeline() {
        while (!everyday && chance(20)) {
            out.append(new String[] {"! ", "! ! ", "!\\\n ", "time ", "time -p "}
                    [random.nextInt(inSubstitution() ? 3 : 5)]);
        }
        command();
        while (chance(7)) {
            maybeBlank();
            out.append(chance(4) && !everyday ? "|&" : "|");
            lines();
            command();
        }
    }

    private void command() {
        size++;
        if (depth > 4 || size > 60 || !chance(3)) {
            simple();
            return;
        }
        depth++;
        compound();
        depth--;
    }

    private void compound() {
        int kind = random.nextInt(everyday ? 8 : 14);
        switch (kind) {
            case 0, 1 -> conditional();
            case 2 -> choice();
            case 3 -> forLoop();
            case 4 -> whileLoop();
            case 5 -> braces();
            case 6 -> subshell();
            case 7 -> words.test();
            case 8 -> out.append("((").append(words.arithmetic()).append("))");
            case 9, 10 -> function();
            case 11 -> coprocess();
            case 12 -> arithmeticFor();
            default -> out.append("{ ").append(name()).append("; }");
        }
        while (!everyday && chance(6) && (kind < 9 || kind > 11)) {
            maybeBlank();
            redirection();
        }
    }

    private void braces() {
        out.append("{");
        body();
        out.append("}");
    }

    private void subshell() {
        out.append("(");
        out.append(chance(3) ? " " : "");
        list(chance(2));
        flush();
        out.append(")");
    }

    private void conditional() {
        out.append(chance(15) && !everyday ? "i\\\nf" : "if");
        body();
        out.append("then");
        body();
        while (chance(4)) {
            out.append("elif");
            body();
            out.append("then");
            body();
        }
        if (chance(3)) {
            out.append("else");
            body();
        }
        out.append("fi");
    }

    private void choice() {
        out.append("case ");
        words.word();
        lines();
        out.append("in");
        lines();
        int arms = everyday ? 2 : random.nextInt(4);
        for (int i = 0; i < arms; i++) {
            out.append(chance(3) ? "(" : "");
            words.pattern();
            while (chance(3)) {
                out.append(chance(2) ? "|" : " | ");
                words.pattern();
            }
            out.append(")");
            lines();
            if (everyday || !chance(4)) {
                list(chance(2));
            }
            boolean last = i == arms - 1 && chance(3) && !everyday;
            if (last) {
                newline();
            } else {
                maybeBlank();
                out.append(new String[] {";;", ";;", ";&", ";;&", "\n;;"}
                        [pending.getLast().isEmpty() && !everyday ? random.nextInt(5) : 0]);
                lines();
            }
        }
        out.append("esac");
    }

    private void forLoop() {
        out.append(chance(6) && !everyday ? "select " : "for ");
        out.append(chance(10) && !everyday ? "in" : words.name());
        boolean braces = chance(8) && !everyday;
        if (chance(4) && !everyday) {
            out.append(braces ? "; " : chance(2) ? " " : "; ");
        } else {
            blank();
            out.append(everyday ? "in a" : "in");
            while (chance(2)) {
                blank();
                words.argument();
            }
            if (chance(2)) {
                out.append(chance(2) ? ";" : " ;");
                lines();
            } else {
                newline();
            }
        }
        if (braces) {
            braces();
        } else {
            loopBody();
        }
    }

    private void arithmeticFor() {
        out.append("for ((i=0; i<(3); i++))");
        out.append(chance(2) ? ";" : "");
        lines();
        loopBody();
    }

    private void whileLoop() {
        out.append(chance(2) ? "while" : "until");
        body();
        loopBody();
    }

    private void loopBody() {
        out.append("do");
        body();
        out.append("done");
    }

    private void function() {
        if (chance(3)) {
            out.append("function ").append(words.name()).append(chance(2) ? " () " : " ");
        } else {
            out.append(words.name()).append(new String[] {"()", " ()", "( )", "() "}[random.nextInt(4)]);
        }
        if (chance(4)) {
            lines();
        }
        switch (random.nextInt(5)) {
            case 0 -> subshell();
            case 1 -> {
                blank();
                conditional();
            }
            default -> {
                blank();
                braces();
            }
        }
    }

    private void coprocess() {
        out.append("coproc ");
        switch (random.nextInt(3)) {
            case 0 -> braces();
            case 1 -> {
                out.append("NAME ");
                braces();
            }
            default -> out.append("cmd 1");
        }
    }

    private String name() {
        return NAMES[random.nextInt(everyday ? NAMES.length - 2 : NAMES.length)];
    }

    void simple() {
        boolean assigns = false;
        boolean redirects = false;
        while (chance(6)) {
            words.assignment();
            blank();
            assigns = true;
        }
        while (!everyday && chance(12)) {
            redirection();
            blank();
            redirects = true;
        }
        if ((assigns || redirects) && chance(4)) {
            return;
        }
        if (chance(12) && !everyday && !redirects && !inSubstitution()) {
            out.append("export ").append(words.name()).append("=");
            words.array();
        } else if (chance(12) && !everyday) {
            words.word();
        } else {
            out.append(name());
        }
        while (!chance(3)) {
            blank();
            if (chance(8)) {
                redirection();
                if (everyday) {
                    return;
                }
            } else {
                words.argument();
            }
        }
    }

    private void redirection() {
        out.append(chance(5) ? "2" : chance(10) && !everyday ? "{fd}" : "");
        if (chance(4) && !everyday) {
            hereDocument();
            return;
        }
        out.append(new String[] {">", ">>", "<", ">|", "<>", "<<<", ">&", "<&"}[random.nextInt(everyday ? 3 : 8)]);
        maybeBlank();
        if (chance(3) && !everyday) {
            words.word();
        } else {
            out.append(chance(2) ? "1" : "/dev/null");
        }
    }

    private void hereDocument() {
        String delimiter = "E" + documents++;
        boolean tabs = chance(3);
        out.append(tabs ? "<<-" : "<<").append(chance(3) ? " " : "");
        out.append(
                switch (random.nextInt(5)) {
                    case 0 -> "'" + delimiter + "'";
                    case 1 -> "\"" + delimiter + "\"";
                    case 2 -> "\\" + delimiter;
                    default -> delimiter;
                });
        var body = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            body.append(tabs && chance(2) ? "\t\t" : "");
            body.append(new String[] {"it's (", "$x ${y:-z} `a`", "\"", "fi; done }", "", " " + delimiter, "a\\"}
                    [random.nextInt(7)]);
            body.append("\n");
        }
        if (body.toString().endsWith("\\\n")) {
            body.append("b\n");
        }
        body.append(tabs && chance(2) ? "\t" : "").append(delimiter).append("\n");
        pending.getLast().add(body.toString());
    }

    private void flush() {
        if (!pending.getLast().isEmpty()) {
            newline();
        }
    }

    /** Commands inside of {@code $(…)}. */
    void substitution() {
        pending.add(new ArrayList<>());
        depth += 2;
        int start = out.length();
        if (everyday || !chance(10)) {
            list(chance(3));
        }
        if (chance(3) || (out.length() > start && out.charAt(start) == '(')) {
            out.insert(start, ' ');
        }
        depth -= 2;
        flush();
        pending.removeLast();
    }

    /** There Bash 5.2 garbles arrays with backslashes, and functions and groups behind {@code time}. */
    boolean inSubstitution() {
        return pending.size() > 1;
    }

    /** Whether the next line is a here-document's. */
    boolean isWaiting() {
        return !pending.getLast().isEmpty();
    }

    boolean deep() {
        return depth > 4 || size > 60;
    }
}
