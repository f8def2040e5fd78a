package io.kanilint.shell;

/** Makes what people write in CI scripts over and over: lists taken apart, calls put together, errors looked at. */
final class OracleIdioms {
    private final OracleScope in;
    private final OracleWords words;

    OracleIdioms(OracleScope in) {
        this.in = in;
        this.words = new OracleWords(in);
    }

    Statement statement() {
        return switch (in.below(in.bash ? 9 : 7)) {
            case 0, 1 -> lines();
            case 2 -> list();
            case 3, 4 -> call();
            case 5 -> errors();
            case 6 -> in.chance(50) ? arguments() : document();
            case 7 -> array();
            default -> notWorkedOut();
        };
    }

    private Block round() {
        return new OracleCompounds(in.loop()).block(2);
    }

    private Block inside() {
        return new OracleCompounds(in.inner()).block(2);
    }

    private Block piped() {
        return new OracleCompounds(in.loop().subshell()).block(2);
    }

    private Statement lines() {
        String read = in.one("IFS= read -r x", "read -r x y", "read x", "IFS=, read -r x y", "IFS=: read -r x y z");
        String body = in.one("a,b c\n--x,y z,,\n", "reg/app:v1:2\n", " x  y \nz\n", "$x\n", "a $y,b\n", "");
        return switch (in.below(in.bash ? 6 : 4)) {
            case 0 -> Statement.of("printf '%s\\n' " + words.joined(2) + " | while " + read + "; do", piped(), "done");
            case 1 -> Statement.of("while " + read + "; do", round(), "done <<EOF\n" + body + "EOF");
            case 2 -> Statement.of("while " + read + "; do", round(), "done <<'EOF'\n" + body + "EOF");
            case 3 ->
                Statement.of(
                        "{ " + read + "; executor first \"$x\"; " + read + " || x=none;",
                        inside(),
                        "} <<EOF\n" + body + "EOF");
            case 4 ->
                Statement.of("while " + read + "; do", round(), "done < <(printf '%s\\n' " + words.joined(2) + ")");
            default -> Statement.of(read + " <<<" + words.quoted() + " || x=");
        };
    }

    private Statement list() {
        return switch (in.below(7)) {
            case 0 -> Statement.of("list=\"a b c\"; for i in $list; do", round(), "done");
            case 1 -> Statement.of("for pair in a:1 b:2; do x=${pair%%:*} y=${pair#*:};", round(), "done");
            case 2 -> Statement.of("IFS=,; for i in $x; do", round(), "done; unset IFS");
            case 3 -> Statement.of("old=$IFS; IFS=:; set -- $z; IFS=$old");
            case 4 -> Statement.of("for i in $(seq " + in.one("2", "1 3", "3 2") + "); do", round(), "done");
            case 5 -> Statement.of("for i in $(echo a,b,c | tr ',' ' '); do", round(), "done");
            default -> Statement.of("for i in $(printf '%s\\n' a b); do", round(), "done");
        };
    }

    private Statement call() {
        String name = in.name("g");
        return Statement.of(
                switch (in.below(12)) {
                    case 0 -> "cmd=\"executor --a " + in.one("b", "$x", "'c d'") + "\"; $cmd " + words.joined(2);
                    case 1 -> "cmd='executor \"$x\" e'; eval \"$cmd\"";
                    case 2 -> "set -- executor " + words.joined(2) + "; \"$@\"";
                    case 3 ->
                        name + "() { g_in() { executor nested \"$@\"; }; g_in \"$1\" \"$@\"; }; " + name + " "
                                + words.joined(2);
                    case 4 -> name + "() { echo \"made-$1\"; }; executor \"$(" + name + " " + words.quoted() + ")\"";
                    case 5 -> "sh -c 'executor \"$@\" $#' sh " + words.joined(3);
                    case 6 -> "export x; sh -ec 'executor \"$x\"; false; executor never' || true";
                    case 7 ->
                        name + "() { [ -n \"${1:-}\" ] || return 2; shift; executor \"$@\"; }; " + name + " "
                                + words.joined(3) + " || executor rc $?";
                    case 8 -> "(x=sub; export x; executor \"$x\"); executor \"$x\"";
                    case 9 -> "y=$(executor inner >/dev/null; echo out) || true";
                    case 10 -> in.whole.closed ? "env -i ./bin/executor " + words.joined(2) : "env -u A executor u";
                    default -> "executor a; executor `echo b` && { x=$(echo \"$(echo n)\"); }";
                });
    }

    private Statement errors() {
        return switch (in.below(9)) {
            case 0 -> Statement.of("if ! executor e; then", inside(), "exit 1; fi");
            case 1 -> Statement.of("executor e || { echo failed >&2; exit 1; }");
            case 2 -> Statement.of("executor e && x=good || x=bad");
            case 3 -> Statement.of("set +e; executor e; rc=$?; set -e; if [ $rc -ne 0 ]; then", inside(), "fi");
            case 4 -> Statement.of("set +e\nexecutor e\nif [ $? -ne 0 ]; then executor again; fi\nset -e");
            case 5 ->
                Statement.of(
                        "if executor e; then ok=1; else ok=; fi; [ -n \"$ok\" ] || ",
                        inside().text().contains("\n") ? "executor not" : "executor no");
            case 6 -> Statement.of("(set -e; executor e; executor f) || executor g");
            case 7 -> Statement.of(": \"${" + words.variable() + in.one(":?", "?") + "must be set}\"");
            default -> Statement.of("for i in 1 2 3; do executor t && break || sleep 0; done");
        };
    }

    private Statement arguments() {
        return switch (in.below(3)) {
            case 0 -> Statement.of("while [ $# -gt 0 ]; do executor arg \"$1\"; shift; done");
            case 1 -> Statement.of("set -- " + words.joined(3) + "\nfor i; do", round(), "done");
            default ->
                Statement.of(
                        "while [ $# -gt 0 ]; do case $1 in a) shift; x=$1;; --*) y=$1;; *) break;; esac; shift || break; done");
        };
    }

    private Statement document() {
        return switch (in.below(4)) {
            case 0 -> Statement.of("x=$(cat <<EOF\nline $y\nEOF\n)");
            case 1 -> Statement.of("sh <<EOF\nexecutor doc " + in.one("\"$x\"", "'$y'", "\\$HOME", "'\\$x'") + "\nEOF");
            case 2 -> Statement.of("cat <<EOF | sh -s one\nexecutor \"\\$1\" " + in.one("a", "'$x'") + "\nEOF");
            default -> Statement.of("cat <<-'EOF' | while read -r x; do\n\tone two\n\tthree\n\tEOF\n", piped(), "done");
        };
    }

    private Statement array() {
        String name = in.name("arr");
        return switch (in.below(6)) {
            case 0 ->
                Statement.of(
                        "mapfile -t " + name + " < <(printf '%s\\n' " + words.joined(2) + "); for i in \"${" + name
                                + "[@]}\"; do",
                        round(),
                        "done");
            case 1 ->
                Statement.of(name + "=(" + words.joined(3) + "); for ((k=0; k<${#" + name
                        + "[@]}; k++)); do executor \"${" + name + "[$k]}\"; done");
            case 2 -> Statement.of(name + "=(executor " + words.joined(2) + "); \"${" + name + "[@]}\" last");
            case 3 ->
                Statement.of("declare -a " + name + "=(" + words.joined(2) + "); " + name + "+=(more); executor \"${"
                        + name + "[@]:1}\" \"${#" + name + "[@]}\"");
            case 4 -> Statement.of("[[ " + words.quoted() + " =~ ^(a|v)[0-9.]*$ ]] && executor match");
            default -> Statement.of("printf -v x '%s-%s' a " + words.quoted() + "; executor $'t\\tb' \"$x\"");
        };
    }

    /** Where the engine only says that anything can be. */
    private Statement notWorkedOut() {
        in.whole.exact = false;
        return switch (in.below(7)) {
            case 0 -> Statement.of("for i in {a,b} {1..2}; do", round(), "done");
            case 1 -> Statement.of("executor out{-a,-b} " + words.joined(1));
            case 2 ->
                Statement.of(
                        "declare -A m=([a]=1 [b]=2); for i in \"${!m[@]}\"; do executor \"$i\" \"${m[$i]}\"; done");
            case 3 -> Statement.of("n=x; executor \"${!n}\"");
            case 4 -> Statement.of("for i in ci/*.none; do", round(), "done");
            case 5 -> Statement.of("echo " + words.joined(2) + " | grep -q a && executor grep");
            default -> Statement.of("x=$(echo a-b | sed 's/-.*//')");
        };
    }
}
