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
    private final CompoundGenerator compounds;
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
        compounds = new CompoundGenerator(random, out, words, this, everyday);
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

    void newline() {
        out.append('\n');
        pending.getLast().forEach(out::append);
        pending.getLast().clear();
    }

    boolean chance(int oneIn) {
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

    void maybeBlank() {
        if (chance(2)) {
            blank();
        }
    }

    void lines() {
        if (chance(4)) {
            out.append(chance(2) ? " # it's \"odd (" + (everyday && !chance(6) ? "" : " `") : "");
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

    void list(boolean separated) {
        int count = 1 + (chance(3) ? random.nextInt(3) : 0);
        for (int i = 0; i < count; i++) {
            andOr();
            if (separated || i < count - 1) {
                separator();
            }
        }
    }

    /** Commands between reserved words. */
    void body() {
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
        compounds.write();
        depth--;
    }

    /** Two that stand together are arithmetic, or else Bash 5.2 easily loses its way. */
    void separateParentheses(int start) {
        if (chance(3) || (out.length() > start && out.charAt(start) == '(')) {
            out.insert(start, ' ');
        }
    }

    String name() {
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

    void redirection() {
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

    void flush() {
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
        separateParentheses(start);
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
