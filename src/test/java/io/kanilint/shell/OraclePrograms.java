package io.kanilint.shell;

import io.kanilint.shell.Statement.Body;
import io.kanilint.shell.Statement.Form;

/** Makes statements that run other texts and programs: {@code eval}, shells, {@code xargs}, wrappers, project scripts. */
final class OraclePrograms {
    private final OracleScope in;
    private final OracleWords words;

    OraclePrograms(OracleScope in) {
        this.in = in;
        this.words = new OracleWords(in);
    }

    /** In one line. */
    Statement inline() {
        String arguments = words.joined(2);
        return Statement.of(
                switch (in.below(13)) {
                    case 0 -> "timeout 5 executor " + arguments;
                    case 1 -> "nice executor " + arguments;
                    case 2 -> "command executor " + arguments;
                    case 3 -> "env A=" + words.quoted() + " executor " + arguments;
                    case 4 -> in.bash ? "time executor " + arguments : "nice -n 1 executor " + arguments;
                    case 5 -> "eval \"executor " + in.one("e", "$x", "'$x'", "\\\"\\$x\\\"", "\\$x") + "\"";
                    case 6 -> "eval executor " + arguments;
                    case 7 -> "echo " + in.one("a b", "'a b' c", "$x") + " | xargs " + xargs();
                    case 8 -> "printf '%s\\n' " + in.one("a 'b c'", "a b c", "\"$x\"") + " | xargs " + xargs();
                    case 9 -> "(exec executor " + arguments + ")";
                    case 10 -> "nohup executor " + arguments + " >/dev/null 2>&1";
                    case 11 -> in.depth == 0 && in.chance(15) ? "exec executor " + arguments : "executor " + arguments;
                    default -> "env executor " + arguments;
                });
    }

    private String xargs() {
        return in.one(
                "executor",
                "executor --first",
                "-n1 executor",
                "-n 2 executor x",
                "-I{} executor in {} end",
                "-I {} executor pre-{}",
                "-r executor",
                "-P1 -n1 executor",
                "sh -c 'executor \"$@\"' sh",
                "-n1 sh -c 'executor \"$0\" \"$1\"'",
                "-I{} sh -c 'executor {}'");
    }

    Statement statement() {
        return switch (in.below(10)) {
            case 0, 1 -> shell(" -c ");
            case 2 -> document();
            case 3, 4 -> file();
            case 5 -> sourced();
            case 6 -> retry();
            case 7 -> Statement.of("eval ", quoted(in.inner()));
            case 8 ->
                Statement.of(
                        "(",
                        new Block(java.util.List.of(new OracleStatements(in.inner()).simple())),
                        "exec ",
                        inline().text().startsWith("executor") ? "executor last" : "true",
                        "\n)");
            default -> inline();
        };
    }

    private Body quoted(OracleScope scope) {
        return new Body(new OracleCompounds(scope).block(3), in.one(Form.SINGLE_QUOTED, Form.DOUBLE_QUOTED));
    }

    private Statement shell(String option) {
        boolean runsBash = in.bash && in.chance(50);
        String program =
                runsBash ? in.one("bash", "bash -e", "bash -eo pipefail") : in.one("sh", "sh -e", "env A=s sh");
        return Statement.of(
                program, option, quoted(in.process(runsBash)), " " + in.one("", "zero one", "z \"$x\" 'a b'"));
    }

    private Statement document() {
        Block block = new OracleCompounds(in.process(false)).block(2);
        boolean clear = !block.text().contains("EOF");
        return clear
                ? Statement.of("sh ", in.one("", "-e ", "-s a 'b c' "), "<<'EOF'", block, "EOF")
                : Statement.of("sh <<'END'\nexecutor doc\nEND");
    }

    private Statement file() {
        String path = "ci/" + in.name("run") + ".sh";
        boolean runsBash = in.bash && in.chance(40);
        String first = in.one("#!/bin/sh", "#!/bin/sh -e", "#!/bin/sh\nset -e");
        if (runsBash) {
            first = in.one("#!/bin/bash", "#!/usr/bin/env bash", "#!/bin/bash -e");
        }
        Block body = new OracleCompounds(in.process(runsBash)).block(3);
        in.whole.files.put(path, Block.of(Statement.of(first, "\n:"), Statement.of("{", body, "}")));
        String run = in.one(
                "./" + path,
                runsBash ? "bash " + path : "sh " + path,
                path,
                runsBash ? "bash -e " + path : "sh -e ./" + path);
        String arguments = words.joined(3);
        if (in.chance(15) && !body.text().matches("(?s).*(bin/executor|EXE|ci/).*")) {
            // The engine does not know that there is such a folder.
            in.whole.exact = false;
            return Statement.of("cd ci; ./" + path.substring(3) + " " + arguments + "; cd ..");
        }
        return Statement.of(run + " " + arguments + in.one("", "", " || true"));
    }

    private Statement sourced() {
        String path = "ci/" + in.name("lib") + ".sh";
        String name = in.name("f");
        Block body = new OracleCompounds(in.body()).block(2);
        Block rest = new OracleCompounds(in.inner()).block(2);
        in.whole.files.put(path, Block.of(Statement.of(name, "() {", body, "}"), Statement.of("{", rest, "}")));
        in.functions.add(name);
        return Statement.of(
                (in.bash && in.chance(40) ? "source " : ". ") + "./" + path + "\n" + name + " " + words.joined(2));
    }

    private Statement retry() {
        String name = in.name("retry");
        String call = in.one("executor r", "executor r fail", "executor r \"$x\"", "timeout 5 executor r");
        String definition = switch (in.below(3)) {
            case 0 -> "() { n=0; until \"$@\"; do n=$((n+1)); [ $n -ge 3 ] && return 1; done; }\n";
            case 1 -> "() { local n=1; while :; do \"$@\" && return 0; [ $n -ge 2 ] && return 1; n=$((n+1)); done; }\n";
            default -> "() { for i in 1 2 3; do \"$@\" && break; done; }\n";
        };
        return Statement.of(name + definition + name + " " + call + in.one("", " || true"));
    }
}
