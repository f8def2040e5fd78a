package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** Makes compound statements: conditions, loops, functions, groups, chains. */
final class OracleCompounds {
    private final OracleScope in;
    private final OracleWords words;
    private final OracleConditions conditions;

    OracleCompounds(OracleScope in) {
        this.in = in;
        this.words = new OracleWords(in);
        this.conditions = new OracleConditions(in);
    }

    Block block(int most) {
        var statements = new ArrayList<Statement>();
        int count = 1 + in.below(most);
        for (int i = 0; i < count && in.whole.fuel > 0; i++) {
            statements.add(statement());
        }
        return new Block(statements);
    }

    Statement statement() {
        in.whole.fuel--;
        if (!in.mayGoDeeper() || in.chance(45)) {
            return new OracleStatements(in).simple();
        }
        return switch (in.below(18)) {
            case 0, 1, 2 -> conditional();
            case 3 -> choice();
            case 4, 5 -> each();
            case 6 -> in.chance(60) ? counted() : reading();
            case 7, 8 -> in.function ? group() : function();
            case 9 -> group();
            case 10, 11 -> chain();
            case 12, 13, 14, 15 -> new OracleIdioms(in).statement();
            case 16 -> new OraclePrograms(in).statement();
            default -> in.chance(50) ? pipeline() : new OraclePrograms(in).statement();
        };
    }

    private Block inside(int most) {
        return new OracleCompounds(in.inner()).block(most);
    }

    private Block round() {
        return new OracleCompounds(in.loop()).block(2);
    }

    private Statement conditional() {
        var parts = new ArrayList<Object>(List.of("if ", test(), "; then", inside(2)));
        if (in.chance(25)) {
            parts.addAll(List.of("elif ", test(), "; then", inside(2)));
        }
        if (in.chance(50)) {
            parts.addAll(List.of("else", inside(2)));
        }
        parts.add("fi");
        return Statement.of(parts.toArray());
    }

    private Statement test() {
        return in.chance(70) ? Statement.of(conditions.condition()) : new OracleStatements(in.inner()).call();
    }

    private Statement choice() {
        var parts = new ArrayList<Object>();
        parts.add("case " + in.one("$", "\"$").replace("\"$", "$") + words.variable() + " in\n");
        int arms = 1 + in.below(3);
        for (int i = 0; i < arms; i++) {
            parts.add(conditions.pattern() + ")");
            parts.add(inside(2));
            parts.add(in.bash && i < arms - 1 && in.chance(15) ? in.one(";&\n", ";;&\n") : ";;\n");
        }
        if (in.chance(50)) {
            parts.addAll(List.of("*)", inside(1), ";;\n"));
        }
        parts.add("esac");
        return Statement.of(parts.toArray());
    }

    private Statement each() {
        String variable = in.one("x", "y", "i");
        String list = switch (in.below(6)) {
            case 0 -> " in \"$@\"";
            case 1 -> " in $" + words.variable();
            case 2 -> "";
            case 3 -> in.arrays.isEmpty() || !in.bash ? " in a b" : " in \"${" + in.one(in.arrays) + "[@]}\"";
            default -> " in " + words.joined(3);
        };
        return Statement.of("for " + variable + list + "; do", round(), "done");
    }

    private Statement counted() {
        String counter = in.name("n");
        int rounds = in.below(4);
        return switch (in.below(in.bash ? 4 : 3)) {
            case 0 ->
                Statement.of(
                        counter + "=0; while [ $" + counter + " -lt " + rounds + " ]; do\n" + counter + "=$((" + counter
                                + "+1))",
                        round(),
                        "done");
            case 1 ->
                Statement.of(
                        counter + "=0; until [ $" + counter + " -ge " + rounds + " ]; do\n" + counter + "=$(($"
                                + counter + " + 1))",
                        round(),
                        "done");
            case 2 ->
                Statement.of(
                        counter + "=0; " + in.one("until ", "while ! "),
                        new OracleStatements(in.inner()).plainCall(),
                        "; do\n" + counter + "=$((" + counter + "+1)); if [ $" + counter + " -ge 3 ]; then break; fi",
                        round(),
                        "done");
            default ->
                Statement.of(
                        "for ((" + counter + "=0; " + counter + "<" + rounds + "; " + counter + "++)); do",
                        round(),
                        "done");
        };
    }

    private Statement reading() {
        String lines = in.one("'a\\nb\\n'", "'one two\\nthree\\n'", "''");
        return in.chance(60)
                ? Statement.of("printf " + lines + " | while read -r x; do", round(), "done")
                : Statement.of(
                        "while read -r x y; do", round(), "done <<EOF\n" + in.one("a b c", "$x\n$A", "one") + "\nEOF");
    }

    private Statement function() {
        String name = in.name("f");
        OracleScope body = in.body();
        var parts = new ArrayList<Object>();
        boolean bashStyle = in.bash && in.chance(20);
        parts.add(bashStyle ? "function " + name + " {" : name + "() {");
        if (in.chance(40)) {
            String local = in.one("x", "x=\"$1\"", "y=l", "x=\"$1\" y=\"$2\"");
            // Some shells keep the value that the caller has.
            in.whole.exact &= !local.equals("x");
            parts.add(" local " + local + ";");
        }
        if (in.chance(15)) {
            parts.add(" [ \"$1\" != stop ] || return 0; case $# in 0|1) return 0;; esac; executor in " + name
                    + " \"$@\"; shift; " + name + " \"$@\";");
        }
        parts.add(new OracleCompounds(body).block(3));
        parts.add("}\n");
        parts.add(name + " " + words.joined(3)
                + in.one("", "", "", " || true", " && executor after", " || executor else"));
        in.functions.add(name);
        return Statement.of(parts.toArray());
    }

    private Statement group() {
        return in.chance(50)
                ? Statement.of("{", inside(3), "}", in.one("", "", " || true", " || exit 1", " && executor g"))
                : Statement.of(
                        "(",
                        new OracleCompounds(in.subshell()).block(3),
                        ")",
                        in.one("", "", " || true", " || executor s", " && executor s"));
    }

    private Statement chain() {
        var parts = new ArrayList<Object>();
        OracleStatements statements = new OracleStatements(in.inner());
        int count = 2 + in.below(2);
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                parts.add(in.one(" && ", " || "));
            }
            parts.add(in.chance(30) ? Statement.of(conditions.condition()) : chained(statements));
        }
        return Statement.of(parts.toArray());
    }

    private Statement chained(OracleStatements statements) {
        return in.chance(80) ? statements.call() : Statement.of("{", inside(2), "}");
    }

    private Statement pipeline() {
        return switch (in.below(5)) {
            case 0 -> Statement.of("{", new OracleCompounds(in.subshell()).block(2), "} | cat");
            case 1 -> Statement.of("echo ", words.word(), " | ", "executor piped ", words.word());
            case 2 -> Statement.of(in.one("false | cat", "! false | cat", "true | cat", "echo a | cat && executor p"));
            case 3 -> Statement.of("for i in a b; do", round(), "done | cat");
            // A reader that ends before it has read all can make the writer fail.
            default -> Statement.of("echo in | { cat >/dev/null\n", new OracleCompounds(in.subshell()).block(2), "}");
        };
    }
}
