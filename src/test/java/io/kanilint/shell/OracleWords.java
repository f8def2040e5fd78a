package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** Makes words of scripts: literals in every quoting, variables, expansions, substitutions. */
final class OracleWords {
    static final List<String> ASSIGNED = List.of("x", "y", "z");
    static final List<String> GIVEN = List.of("A", "B", "C");

    private final OracleScope in;

    OracleWords(OracleScope in) {
        this.in = in;
    }

    String variable() {
        return in.chance(70) ? in.one(ASSIGNED) : in.one(GIVEN);
    }

    /** A text that holds nothing to expand, with its quotes. */
    String literal() {
        if (in.chance(4)) {
            // Without its quotes later on, this stands for the names of files.
            in.whole.exact = false;
            return "'*'";
        }
        return in.one(
                "a",
                "b",
                "v1.2",
                "img:1",
                "reg/app:tag",
                "--destination",
                "--cache=true",
                "k=v",
                "fail-1",
                "'two words'",
                "\"two words\"",
                "''",
                "\"\"",
                "a\\ b",
                "'a'\"b\"c",
                "'$x'",
                "\"\\$x\"",
                "'it'\\''s'",
                "\"say \\\"b\\\"\"",
                "'  wide  '",
                "a#b",
                "1",
                "\\$HOME");
    }

    String word() {
        return switch (in.below(14)) {
            case 0, 1, 2, 3 -> literal();
            case 4, 5 -> "\"$" + variable() + "\"";
            case 6 -> "$" + variable();
            // Where this may be several words, the engine takes it for one: see OracleTest.
            case 7 -> in.whole.closed ? "pre${" + variable() + "}post" : "\"pre${" + variable() + "}post\"";
            case 8 -> "\"a $" + variable() + " b\"";
            case 9 -> "\"" + expansion() + "\"";
            case 10 -> expansion();
            case 11 -> in.chance(50) ? substitution() : "\"" + substitution() + "\"";
            case 12 -> positional();
            default -> in.chance(50) ? "$((" + arithmetic(2) + "))" : special();
        };
    }

    List<String> words(int most) {
        var words = new ArrayList<String>();
        int count = in.below(most + 1);
        for (int i = 0; i < count; i++) {
            words.add(word());
        }
        return words;
    }

    String joined(int most) {
        return String.join(" ", words(most));
    }

    /** A word that is one field, whatever the variables are. */
    String quoted() {
        return switch (in.below(6)) {
            case 0, 1 -> literal();
            case 2 -> "\"$" + variable() + "\"";
            case 3 -> "\"" + expansion() + "\"";
            case 4 -> "\"" + substitution() + "\"";
            default -> "\"p-${" + variable() + "}\"";
        };
    }

    private String expansion() {
        String name = in.chance(85) ? variable() : in.one("1", "2");
        return "${" + name
                + switch (in.below(12)) {
                    case 0 -> ":-" + plain();
                    case 1 -> "-" + plain();
                    case 2 -> ":+" + plain();
                    case 3 -> "+" + plain();
                    case 4 -> Character.isDigit(name.charAt(0)) ? ":-d" : ":=" + plain();
                    case 5 -> "#" + pattern();
                    case 6 -> "##" + pattern();
                    case 7 -> "%" + pattern();
                    case 8 -> "%%" + pattern();
                    case 9 -> ":-$" + variable();
                    case 10 -> ":-${" + variable() + ":-" + plain() + "}";
                    default -> in.bash ? bashOperator() : ":+$" + variable();
                }
                + "}";
    }

    private String bashOperator() {
        return in.one("/a/b", "//o/0", ":1", ":0:2", "^^", ",,", "/w*/X", "^", ",", ":(-2)", "/%s/S", "/#t/T");
    }

    private String plain() {
        return in.one("d", "", "dflt", "d e", "1", "fail");
    }

    private String pattern() {
        return in.one("t*", "*o", "?", "v", "*:", ":*", "*/", "/*", "[a-t]", "*[!a-z]", "img", "$x");
    }

    private String substitution() {
        if (!in.whole.closed && in.chance(10)) {
            return "$(cat ci/none 2>/dev/null || echo none)";
        }
        return in.chance(85)
                ? in.one(
                        "$(echo " + simple() + ")",
                        "$(echo " + simple() + " " + simple() + ")",
                        "$(printf '%s' " + simple() + ")",
                        "$(printf '%s\\n' " + simple() + " " + simple() + ")",
                        "`echo " + simple() + "`",
                        "$(echo \"a  b\")",
                        "$(true)",
                        "$(basename reg/app/" + in.one("x", "y.tar") + ")",
                        "$(dirname reg/app/x)")
                : in.one(
                        "$(echo a; echo b)",
                        "$(if [ \"$x\" = a ]; then echo yes; else echo no; fi)",
                        "$(x=inner; echo \"$x\")",
                        "$(for i in a b; do printf '%s-' \"$i\"; done)",
                        "$(echo " + simple() + " | cat)",
                        "$(: && echo \"$x\")");
    }

    private String simple() {
        return in.one("a", "b1", "'two words'", "$x", "\"$y\"", "\"$A\"", "${z:-d}", "tag-$x");
    }

    private String positional() {
        return in.one("\"$1\"", "$1", "\"$2\"", "\"$@\"", "$@", "\"$*\"", "$*", "$#", "\"pre$@post\"", "${1:-none}");
    }

    private String special() {
        if (!in.arrays.isEmpty() && in.bash) {
            String array = in.one(in.arrays);
            return in.one(
                            "\"${%s[@]}\"",
                            "${%s[@]}",
                            "\"${%s[*]}\"",
                            "${#%s[@]}",
                            "\"${%s[0]}\"",
                            "\"${%s[1]}\"",
                            "${%s[0]}",
                            "\"$%s\"",
                            "\"${%s[@]:1}\"",
                            "\"${%s[@]/#/-}\"")
                    .formatted(array);
        }
        return in.one("${#" + variable() + "}", "$#", "$?", "\"$?\"");
    }

    String arithmetic(int depth) {
        if (depth == 0) {
            return in.one("1", "2", "3", "10", "n", "$#", "0");
        }
        String left = arithmetic(depth - 1);
        String right = arithmetic(depth - 1);
        return switch (in.below(9)) {
            case 0 -> left + "+" + right;
            case 1 -> left + " - " + right;
            case 2 -> "(" + left + ")*" + right;
            case 3 -> left + " % 7";
            case 4 -> left + " < " + right;
            case 5 -> left + "==" + right;
            case 6 -> "(" + left + ") ? (" + right + ") : 5";
            case 7 -> left + " && " + right;
            default -> left;
        };
    }
}
