package io.kanilint.lint;

import java.util.Random;

/** What makes readers of YAML and of shell scripts stumble. */
final class HostileWords {
    private static final String[] WORDS = {
        "&a ",
        "*a",
        "<<: *a",
        "!reference [build, script]",
        "!reference [.x, [a]]",
        "!!binary ",
        "'",
        "\"",
        "`",
        "\\",
        "$(",
        "$((",
        "${",
        "${A:-",
        "${A%%*",
        "$'\\x",
        ")",
        "))",
        "}",
        "]",
        "[",
        "{",
        "{a,b}{1..9}",
        "{1..99999}",
        "<<EOF",
        "<<-'E'",
        "<(",
        "|",
        "||",
        "&&",
        "&",
        ";",
        ";;",
        "!",
        "#",
        " #",
        ": ",
        "- ",
        "? ",
        "|\n",
        ">\n",
        "---\n",
        "...\n",
        "%YAML 1.1\n",
        "$[[ inputs.a ]]",
        "$[[",
        "]]",
        "\t",
        "\0",
        "\uFEFF",
        "\r",
        "\u0085",
        "\u2028",
        "\uD83D\uDE00",
        "\uD83D",
        "/kaniko/executor",
        "/kaniko/executor --destination a ",
        "--destination=$A ",
        "$A",
        "$@",
        "$*",
        "\"$@\"",
        "$IFS",
        "eval ",
        "sh -c ",
        "xargs ",
        "exec ",
        "./build.sh",
        "set -e",
        "set +e; ",
        "exit 1",
        "|| true",
        "|| exit 1",
        "return",
        "break 9",
        "continue",
        "shift",
        "trap x EXIT; ",
        "cd /a; ",
        "rm -rf /kaniko/*; ",
        "$((A+1))",
        "$((1/0))",
        "$((2**99))",
        "a[0]=",
        "a=(",
        "A+=x ",
        "local ",
        "export A=",
        "unset A; ",
        "read A; ",
        "f() { f; }; f; ",
        "*",
        "**/*",
        "[a-",
        "[[ a =~ (b ]]; ",
        "(((((((((",
        "for i in a b; do ",
        "done",
        "while read l; do ",
        "if x; then ",
        "fi",
        "case $A in *) ",
        "esac",
        "function ",
        "coproc ",
        "time ",
        "null",
        "~",
        "true",
        "0x1F",
        "1e9",
        "1_000",
        "."
    };

    private static final String[] LINES = {
        "extends: [build, .x]",
        "extends: .x",
        "include: other.yml",
        "include: '**.yml'",
        "include: {local: '$A.yml'}",
        "<<: [*a, *a]",
        "a: &a [*a, *a]",
        "- *a",
        "- !reference [.x, script]",
        "script: !reference [build, script]",
        "script: ./build.sh",
        "script: [[[[a]]]]",
        "parallel: {matrix: [{A: [a, b], B: [c, d]}]}",
        "parallel: 50",
        "image: $A",
        "image: {name: a, entrypoint: ['']}",
        "image: gcr.io/kaniko-project/executor:debug",
        "variables: {A: $B, B: $A}",
        "variables: {A: $A$A}",
        "inherit: {default: false}",
        "default: {before_script: [a]}",
        "rules: [{if: '$A =~ /(a*)*b/'}]",
        "rules: [{if: '$A == '}]",
        "rules: [!reference [.x, rules]]",
        "only: [tags, /^v(.*)*$/]",
        "needs: [{pipeline: a}]",
        "trigger: {include: a.yml}",
        "spec: {inputs: {a: {}}}",
        "---",
        "- set -e",
        "- set +e -u -o pipefail",
        "- cat <<EOF > a.sh",
        "- f() { /kaniko/executor -d $1; f $1$1; }; f a",
        "- |",
        "- >-",
        "- echo a | xargs -n1 -P9 /kaniko/executor -d",
        "- eval \"$A\"",
        "- sh -c \"$(cat build.sh)\"",
        "- while true; do ./build.sh; done",
        "- for i in {1..100}; do for j in $i*; do /kaniko/executor -d $j; done; done",
        "- if [ $A = b ] && [[ $B =~ c.* ]]; then exit; fi",
        "- A=$(for i in $A; do echo $i$i; done)",
        "- case $A in a|b*) ;; [!c]) ;& *) /kaniko/executor; esac",
        "- trap '/kaniko/executor -d a' EXIT",
        "after_script: [/kaniko/executor -d b, exit 1]",
        "script: null",
        "'': {script: a}",
        "? [a]",
        "\t- a"
    };

    private static final String[][] LOOPS = {
        {"for i in a b c; do", "done"},
        {"while read l; do", "done < list"},
        {"until /kaniko/executor -d x; do", "done"},
        {"if [ \"$A\" = b ]; then", "fi"},
        {"f() {", "}; f a; f b"},
        {"(", ") &"},
        {"{", "} | tee log"},
        {"case $A in a)", ";; esac"},
        {"sh -c '", "'"},
        {"cat <<EOF | sh", "EOF"},
        {"A=$(", ")"},
        {"set +e; for i in $(ls); do for j in $@; do", "done; done || true"}
    };

    private HostileWords() {}

    static String word(Random random) {
        return any(WORDS, random)
                + (random.nextInt(30) == 0 ? any(WORDS, random).repeat(random.nextInt(2_000)) : "");
    }

    static String line(Random random) {
        return any(LINES, random);
    }

    /** What opens and what closes. */
    static String[] loop(Random random) {
        return LOOPS[random.nextInt(LOOPS.length)];
    }

    /** The text, seldom with something before or behind it that no editor shows. */
    static String around(Random random, String text) {
        return switch (random.nextInt(60)) {
            case 0 -> "\uFEFF" + text;
            case 1 -> text + "\0";
            case 2 -> text.replace("  ", "\t");
            case 3 -> "[".repeat(random.nextInt(200)) + text;
            case 4 -> text + "\n" + any(LINES, random).repeat(random.nextInt(500));
            case 5 -> text.replace('\n', '\r');
            default -> text;
        };
    }

    private static String any(String[] words, Random random) {
        return words[random.nextInt(words.length)];
    }
}
