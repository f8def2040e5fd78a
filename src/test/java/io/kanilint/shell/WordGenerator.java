package io.kanilint.shell;

import java.util.Random;

/** Writes the words of a generated script. */
final class WordGenerator {
    private static final String[] PLAIN = """
            a ¦ b1 ¦ foo ¦ -x ¦ --opt=1 ¦ /tmp/x ¦ ~ ¦ a:b ¦ x=y ¦ 1 ¦ a#b ¦ % ¦ @ ¦ + ¦ a,b ¦ ^ ¦ ] ¦ \
            \\; ¦ \\  ¦ \\( ¦ \\' ¦ \\" ¦ \\` ¦ \\$ ¦ \\# ¦ é ¦ * ¦ ? ¦ [a-z] ¦ *.c ¦ {a,b} ¦ {1..3} ¦ \
            {} ¦ [ ¦ 'it is' ¦ 'a\nb' ¦ '' ¦ "" ¦ '#' ¦ '$x' ¦ '\\' ¦ $'a\\'b' ¦ $"x" ¦ a{b ¦ }x ¦ !x ¦ \
            x!""".split(" ¦ ");
    private static final String[] RESERVED = """
            if ¦ then ¦ else ¦ elif ¦ fi ¦ do ¦ done ¦ case ¦ esac ¦ in ¦ for ¦ while ¦ until ¦ { ¦ } ¦ \
            ! ¦ time ¦ function ¦ [[ ¦ ]] ¦ select ¦ coproc""".split(" ¦ ");
    private static final String[] PARAMETERS = """
            $x ¦ ${x} ¦ $1 ¦ $@ ¦ $# ¦ $? ¦ $$ ¦ $! ¦ $- ¦ $* ¦ ${10} ¦ ${#x} ¦ ${x#a} ¦ ${x##*/} ¦ \
            ${x%.*} ¦ ${x%%"}"} ¦ ${x//\\//_} ¦ ${x/a/b} ¦ ${x:1:2} ¦ ${x^^} ¦ ${a[@]} ¦ ${#a[@]} ¦ \
            ${a[0]} ¦ ${!x} ¦ ${a[$i]:-b} ¦ ${x:-} ¦ ${x:=a b} ¦ ${x:?it is} ¦ ${x:-\\}} ¦ ${x:-'}'} ¦ \
            ${x:-"a}b"} ¦ ${x:-`a`} ¦ $ ¦ $[1+2] ¦ $((1+2)) ¦ $(( (1+2)*3 )) ¦ $((x>>1)) ¦ ${x@Q} ¦ \
            ${x# } ¦ ${#} ¦ ${x:-(} ¦ ${x:-;#}""".split(" ¦ ");

    private static final String[] EVERYDAY = """
            a ¦ b1 ¦ foo ¦ -x ¦ --opt=1 ¦ /tmp/x ¦ a:b ¦ \\; ¦ 'it is' ¦ 'a\nb' ¦ *.c ¦ "a b" ¦ $x ¦ \
            ${x} ¦ $1 ¦ $@ ¦ ${x:-a} ¦ ${x#a} ¦ ${x%.*} ¦ "$x y" ¦ "${x}" ¦ `a b` ¦ "it's" ¦ a#b ¦ $?""".split(" ¦ ");

    private final Random random;
    private final StringBuilder out;
    private final ScriptGenerator scripts;
    private int nested;

    private final boolean everyday;

    WordGenerator(Random random, StringBuilder out, ScriptGenerator scripts, boolean everyday) {
        this.everyday = everyday;
        this.random = random;
        this.out = out;
        this.scripts = scripts;
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String oneOf(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    String name() {
        return oneOf("f", "g1", "x", "_y", "NAME");
    }

    /** An argument: perhaps a word that would be reserved elsewhere. */
    void argument() {
        if (chance(6) && !everyday) {
            out.append(oneOf(RESERVED));
        } else {
            word();
        }
    }

    void word() {
        if (everyday) {
            everydayWord();
            return;
        }
        piece();
        while (chance(3)) {
            out.append(chance(10) ? "\\\n" : "");
            piece();
        }
    }

    private void everydayWord() {
        if (chance(5) && nested < 2 && !scripts.deep()) {
            nested++;
            out.append(chance(2) ? "$(" : "a$(");
            scripts.substitution();
            out.append(")");
            nested--;
        } else {
            out.append(oneOf(EVERYDAY));
        }
    }

    private void piece() {
        switch (random.nextInt(8)) {
            case 0, 1 -> out.append(oneOf(PARAMETERS));
            case 2 -> doubleQuoted();
            case 3 -> nested();
            default -> out.append(oneOf(PLAIN));
        }
    }

    private void nested() {
        if (nested > 2 || scripts.deep()) {
            out.append("n");
            return;
        }
        nested++;
        switch (random.nextInt(6)) {
            case 0 -> out.append(oneOf("`a`", "`a 'b' \\$x`", "`a \\`b\\``", "`a \\`b \\\\\\`c\\\\\\`\\``", "`#c\n`"));
            case 1 -> {
                out.append(oneOf("<(", ">("));
                scripts.substitution();
                out.append(")");
            }
            case 2 -> {
                out.append("${x:-");
                word();
                out.append("}");
            }
            case 3 -> {
                out.append(oneOf("$((a); b)", "$((1+$((2))))", "$((`a`+1))", "$(#c'\na)", "$(<f)", "$((a); b)"));
            }
            default -> {
                out.append("$(");
                scripts.substitution();
                out.append(")");
            }
        }
        nested--;
    }

    private void doubleQuoted() {
        out.append('"');
        while (!chance(3)) {
            switch (random.nextInt(5)) {
                case 0 -> out.append(oneOf(PARAMETERS));
                case 1 ->
                    out.append(oneOf("it is", "\n", "\\\n", " # ", "\\\"", "\\\\", "\\$", "(", ";", "\\n", "{a,b}"));
                case 2 -> {
                    if (nested < 2 && !scripts.deep()) {
                        nested++;
                        out.append("$(");
                        scripts.substitution();
                        out.append(")");
                        nested--;
                    }
                }
                case 3 -> out.append(oneOf("`a \\\"b c\\\"`", "it's", "don't ", "${x:-\"a b\"}"));
                default -> out.append("z");
            }
        }
        out.append('"');
    }

    void pattern() {
        if (everyday) {
            out.append(oneOf("*", "a*", "\"x y\"", "-h", "b"));
        } else if (chance(3)) {
            out.append(oneOf("*", "a*", "\"x y\"", "'|'", "-h", "[0-9]", "\\)", "if", "\"$x\"*", "v?"));
        } else {
            word();
        }
    }

    void assignment() {
        if (everyday) {
            out.append(name()).append("=");
            word();
            return;
        }
        out.append(name())
                .append(oneOf("", "", "", "[1]", "[i+1]", "[$x]", "[\"a b\"]"))
                .append(oneOf("=", "=", "+="));
        if (chance(5) && !scripts.inSubstitution()) {
            array();
        } else if (!chance(5)) {
            word();
        }
    }

    void array() {
        out.append("(");
        while (!chance(3)) {
            out.append(scripts.isWaiting() ? " " : oneOf(" ", " ", "\n", " #it's\n"));
            out.append(chance(6) ? "[" + oneOf("0", "k", "a b") + "]=" : "");
            word();
        }
        out.append(")");
    }

    void test() {
        out.append("[[ ");
        condition();
        out.append(" ]]");
    }

    private void condition() {
        switch (everyday ? 3 : random.nextInt(8)) {
            case 0 -> {
                out.append(oneOf("( ", "("));
                condition();
                out.append(oneOf(" )", " )"));
            }
            case 1 -> {
                out.append("! ");
                condition();
            }
            case 2 -> {
                condition();
                out.append(oneOf(" && ", " || ", " ||\\\n"));
                condition();
            }
            case 3 -> {
                out.append(oneOf("-f ", "-n ", "-z ", "-v "));
                word();
            }
            case 4 -> {
                word();
                out.append(oneOf(" =~ (b|c)$", " =~ ^[0-9]+\\.[0-9]$", " =~ ^(a|b c)+$", " =~ $x", " =~ [[:space:]]*"));
            }
            default -> {
                word();
                out.append(oneOf(" == ", " != ", " = ", " < ", " -eq ", " -nt "));
                word();
            }
        }
    }

    String arithmetic() {
        return oneOf(
                "1", "a>b", "x = (1+2)*3", "i++", " a && b || c ", "a ? b : c", "$x + `y`", "a[1]", "1<<2", "\")\"");
    }
}
