package io.kanilint.shell;

import java.util.Random;

/** Breaks scripts. */
final class Mutation {
    private static final String[] TOKENS = {
        ";",
        "&",
        "|",
        "&&",
        "||",
        "(",
        ")",
        "{",
        "}",
        "<",
        ">",
        "<<",
        "\n",
        " ",
        "'",
        "\"",
        "$",
        "$(",
        "${",
        "if",
        "then",
        "fi",
        "do",
        "done",
        "esac",
        "in",
        "!",
        "[[",
        "]]",
        "((",
        "))",
        "=",
        "=(",
        "\\",
        "#",
        ";;",
        "case x in",
        "for",
        "a",
        "[",
        "]",
        "time",
        "function",
        "coproc",
        "while",
        "*",
        "EOF"
    };

    private Mutation() {}

    static String of(String script, long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(script);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(3));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, random.nextBoolean() ? token(random) : " " + token(random) + " ");
                case 2 -> text.replace(at, end, token(random));
                default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
            }
        }
        return text.toString();
    }

    private static String token(Random random) {
        return TOKENS[random.nextInt(TOKENS.length)];
    }
}
