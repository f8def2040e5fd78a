package io.kanilint.shell;

import java.util.ArrayList;

/** Makes statements without blocks: calls of the executor, assignments, options, noise. */
final class OracleStatements {
    private final OracleScope in;
    private final OracleWords words;
    private final OracleConditions conditions;

    OracleStatements(OracleScope in) {
        this.in = in;
        this.words = new OracleWords(in);
        this.conditions = new OracleConditions(in);
    }

    /** A statement of which several can stand in one line. */
    Statement simple() {
        return switch (in.below(20)) {
            case 0, 1, 2, 3, 4, 5 -> call();
            case 6, 7, 8, 9 -> assignment();
            case 10 -> in.functions.isEmpty() ? call() : Statement.of(in.one(in.functions), " ", words.joined(3));
            case 11 ->
                Statement.of(in.one("true", ":", "echo " + words.joined(2), "echo done", "true " + words.word()));
            case 12 -> positional();
            case 13 -> in.loops > 0 ? leave() : call();
            case 14 -> in.function ? Statement.of(in.one("return", "return 0", "return 1", "return $?")) : assignment();
            case 15 -> option();
            case 16 -> new OraclePrograms(in).inline();
            case 17 -> in.chance(30) ? Statement.of("exit", in.one("", " 0", " 3", " $?")) : assignment();
            case 18 -> Statement.of(conditions.condition());
            default -> in.chance(30) ? Statement.of("false") : other();
        };
    }

    /** Not the executor, but a program that may change something or fail. */
    private Statement other() {
        if (in.whole.closed) {
            return Statement.of(in.one("echo hello >/dev/null", "cd .", ": \"${x:=set}\"", "sleep 0 &", "unset y"));
        }
        return Statement.of(in.one(
                "mkdir -p out/d",
                "ls -l ci/none",
                "x=$(cat ci/none)",
                "[ -f ci/none ]",
                "y=$(executor inner)",
                "z=$(pwd | wc -l)",
                "read -r x",
                "command -v executor >/dev/null",
                "rm -f out"));
    }

    /** A call that a {@code !} can stand before: only Bash reads two of them. */
    Statement plainCall() {
        return Statement.of(in.one("executor ", "$EXE ", "\"${EXE:-executor}\" ", "x=e executor ") + words.joined(2));
    }

    Statement call() {
        String arguments = " " + words.joined(3);
        String plain = "executor" + arguments;
        return Statement.of(
                switch (in.below(16)) {
                    case 0 -> "./bin/executor" + arguments;
                    case 1 -> "$EXE" + arguments;
                    case 2 -> "\"${EXE:-executor}\"" + arguments;
                    case 3 -> in.one("A", "x", "B") + "=" + words.quoted().replace(":=", ":-") + " " + plain;
                    case 4 -> plain + " || true";
                    case 5 -> plain + " || exit 1";
                    case 6 -> plain + in.one(" >/dev/null", " 2>&1", " >out.log 2>&1", " | cat", " </dev/null");
                    case 7 -> "! " + plain;
                    case 8 -> plain + "; " + in.one("rc", "z") + "=$?";
                    case 9 -> background(plain);
                    default -> plain;
                });
    }

    private String background(String command) {
        if (!in.chance(30)) {
            return command;
        }
        in.whole.concurrent = true;
        return command + " & wait";
    }

    Statement assignment() {
        String name = in.one(OracleWords.ASSIGNED);
        return Statement.of(
                switch (in.below(14)) {
                    case 0, 1, 2 -> name + "=" + words.word();
                    case 3 -> name + "=" + words.quoted() + " " + in.one(OracleWords.ASSIGNED) + "=" + words.quoted();
                    case 4 -> "export " + in.one(name, "A") + "=" + words.quoted();
                    case 5 -> "export " + name;
                    case 6 -> "unset " + in.one(name, "A");
                    case 7 -> in.function ? "local " + name + "=" + words.quoted() : name + "=" + words.quoted();
                    case 8 -> name + "=$((" + words.arithmetic(2) + "))";
                    case 9 -> in.bash ? name + "+=" + words.quoted() : name + "=\"$" + name + " more\"";
                    case 10 -> in.bash ? array() : name + "=\"$" + name + "-s\"";
                    case 11 -> in.bash ? in.one("(( n += 2 )) || true", "let n=n+1", "(( n++ )) || :") : "n=$((n+1))";
                    case 12 -> "EXE=" + in.one("executor", "./bin/executor");
                    default -> name + "=\"$(echo " + words.quoted() + ")\"";
                });
    }

    private String array() {
        String name = in.name("arr");
        in.arrays.add(name);
        return name + "=(" + words.joined(3) + ")" + (in.chance(40) ? "; " + name + "+=(" + words.word() + ")" : "");
    }

    private Statement positional() {
        return Statement.of(
                in.one("set -- " + words.joined(3), "[ $# -eq 0 ] || shift", "set -- \"$@\" " + words.word()));
    }

    private Statement leave() {
        String levels = in.chance(20) ? " " + (1 + in.below(in.loops)) : "";
        return Statement.of(conditions.condition(), in.one(" && ", " || "), in.one("break", "continue"), levels);
    }

    private Statement option() {
        var options = new ArrayList<String>();
        options.add("set -e");
        options.add("set +e");
        if (in.bash) {
            options.add("set -o pipefail");
            options.add("set +o pipefail");
            options.add("set -euo pipefail; set +u");
        }
        return in.chance(60) ? Statement.of(in.one(options)) : call();
    }
}
