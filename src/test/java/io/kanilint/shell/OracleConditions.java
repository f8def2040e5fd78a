package io.kanilint.shell;

/** Makes conditions: {@code [ … ]} and the like, and other commands whose status is asked for. */
final class OracleConditions {
    private final OracleScope in;
    private final OracleWords words;

    OracleConditions(OracleScope in) {
        this.in = in;
        this.words = new OracleWords(in);
    }

    String condition() {
        return switch (in.below(10)) {
            case 0 -> in.one("true", "false", ":", "! true", "! false");
            case 1 -> condition() + in.one(" && ", " || ") + condition();
            case 2 -> "! " + bracket();
            case 3 -> in.bash ? "(( " + words.arithmetic(2) + " ))" : bracket();
            case 4, 5 -> in.bash ? "[[ " + doubled(2) + " ]]" : "test " + test();
            default -> bracket();
        };
    }

    private String bracket() {
        return "[ " + test() + " ]";
    }

    private String test() {
        String name = words.variable();
        return switch (in.below(14)) {
            case 0 -> "-n \"$" + name + "\"";
            case 1 -> "-z \"$" + name + "\"";
            case 2, 3 -> "\"$" + name + "\" = " + in.one("a", "b", "''", "'two words'", "\"$y\"");
            case 4 -> "\"$" + name + "\" != " + in.one("a", "b", "\"\"", "v1.2");
            case 5 -> "\"$" + name + "\"";
            case 6 -> "$# " + in.one("-eq", "-gt", "-lt", "-ne") + " " + in.one("0", "1", "2");
            case 7 -> "$(( " + words.arithmetic(2) + " )) " + in.one("-eq", "-ge", "-le") + " 2";
            case 8 -> "! \"$" + name + "\" = a";
            case 9 -> "-n \"$" + name + "\" " + in.one("-a", "-o") + " \"$y\" = b";
            case 10 -> "-n \"${" + name + ":-}\"";
            case 11 -> "\"${#" + name + "}\" -gt 1";
            case 12 -> "\"$1\" = a";
            default -> "x\"$" + name + "\" = xa";
        };
    }

    private String doubled(int depth) {
        String name = words.variable();
        return switch (in.below(depth > 0 ? 12 : 8)) {
            case 0 -> "-n $" + name;
            case 1 -> "$" + name + " == " + in.one("a*", "*o*", "v?.2", "\"a*\"", "[ab]", "$y");
            case 2 -> "$" + name + " != " + in.one("a*", "b", "two*");
            case 3 -> "$" + name + " = a";
            case 4 -> "-z $" + name;
            case 5 -> "$" + name + " =~ ^[a-v]";
            case 6 -> "$" + name;
            case 7 -> "$# -gt 0";
            case 8 -> doubled(depth - 1) + " && " + doubled(depth - 1);
            case 9 -> doubled(depth - 1) + " || " + doubled(depth - 1);
            case 10 -> "! " + doubled(0);
            default -> "( " + doubled(depth - 1) + " )";
        };
    }

    String pattern() {
        return in.one(
                "a", "b", "a|b", "v*", "'two words'", "*o*", "''", "\"$y\"", "[a-c]*", "?", "img:*|--*", "\"a\"*");
    }
}
