package io.kanilint.shell;

import java.util.Random;

/** Writes the compound commands of a generated script. */
final class CompoundGenerator {
    private final Random random;
    private final StringBuilder out;
    private final WordGenerator words;
    private final ScriptGenerator scripts;
    private final boolean everyday;

    CompoundGenerator(
            Random random, StringBuilder out, WordGenerator words, ScriptGenerator scripts, boolean everyday) {
        this.random = random;
        this.out = out;
        this.words = words;
        this.scripts = scripts;
        this.everyday = everyday;
    }

    /** Writes a compound command. */
    void write() {
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
            default -> out.append("{ ").append(scripts.name()).append("; }");
        }
        while (!everyday && scripts.chance(6) && (kind < 9 || kind > 11)) {
            scripts.maybeBlank();
            scripts.redirection();
        }
    }

    private void braces() {
        out.append("{");
        scripts.body();
        out.append("}");
    }

    private void subshell() {
        out.append("(");
        int start = out.length();
        scripts.list(scripts.chance(2));
        scripts.flush();
        scripts.separateParentheses(start);
        out.append(")");
    }

    private void conditional() {
        out.append(scripts.chance(15) && !everyday ? "i\\\nf" : "if");
        scripts.body();
        out.append("then");
        scripts.body();
        while (scripts.chance(4)) {
            out.append("elif");
            scripts.body();
            out.append("then");
            scripts.body();
        }
        if (scripts.chance(3)) {
            out.append("else");
            scripts.body();
        }
        out.append("fi");
    }

    private void choice() {
        out.append("case ");
        words.word();
        scripts.lines();
        out.append("in");
        scripts.lines();
        int arms = everyday ? 2 : random.nextInt(4);
        for (int i = 0; i < arms; i++) {
            out.append(scripts.chance(3) ? "(" : "");
            words.pattern();
            while (scripts.chance(3)) {
                out.append(scripts.chance(2) ? "|" : " | ");
                words.pattern();
            }
            out.append(")");
            scripts.lines();
            if (everyday || !scripts.chance(4)) {
                scripts.list(scripts.chance(2));
            }
            boolean last = i == arms - 1 && scripts.chance(3) && !everyday;
            if (last) {
                scripts.newline();
            } else {
                scripts.maybeBlank();
                out.append(new String[] {";;", ";;", ";&", ";;&", "\n;;"}
                        [!scripts.isWaiting() && !everyday ? random.nextInt(5) : 0]);
                scripts.lines();
            }
        }
        out.append("esac");
    }

    private void forLoop() {
        out.append(scripts.chance(6) && !everyday ? "select " : "for ");
        out.append(scripts.chance(10) && !everyday ? "in" : words.name());
        boolean braces = scripts.chance(8) && !everyday;
        if (scripts.chance(4) && !everyday) {
            out.append(braces ? "; " : scripts.chance(2) ? " " : "; ");
        } else {
            scripts.blank();
            out.append(everyday ? "in a" : "in");
            while (scripts.chance(2)) {
                scripts.blank();
                words.argument();
            }
            if (scripts.chance(2)) {
                out.append(scripts.chance(2) ? ";" : " ;");
                scripts.lines();
            } else {
                scripts.newline();
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
        out.append(scripts.chance(2) ? ";" : "");
        scripts.lines();
        loopBody();
    }

    private void whileLoop() {
        out.append(scripts.chance(2) ? "while" : "until");
        scripts.body();
        loopBody();
    }

    private void loopBody() {
        out.append("do");
        scripts.body();
        out.append("done");
    }

    private void function() {
        if (scripts.chance(3)) {
            out.append("function ").append(words.name()).append(scripts.chance(2) ? " () " : " ");
        } else {
            out.append(words.name()).append(new String[] {"()", " ()", "( )", "() "}[random.nextInt(4)]);
        }
        if (scripts.chance(4)) {
            scripts.lines();
        }
        switch (random.nextInt(5)) {
            case 0 -> subshell();
            case 1 -> {
                scripts.blank();
                conditional();
            }
            default -> {
                scripts.blank();
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
}
