package io.kanilint.yaml;

import java.util.List;
import java.util.Random;

/** Scalars in every style, written by dice: most are YAML, some are not. */
final class RandomScalars {
    private static final List<String> WORDS = List.of(
            "a",
            "echo",
            "x:y",
            "é",
            "😀",
            "a#b",
            "-c",
            "it's",
            "\"q\"",
            "${A}",
            "a,b",
            "\uFEFFz",
            "&&",
            "--f=\"g h\"",
            "\\",
            "z");
    private static final List<String> PLAIN_STARTS =
            List.of("a", "/kaniko/executor", "é", "😀", "$A", "-x", "?y", ":z");
    private static final List<String> ESCAPES = List.of(
            "\\0",
            "\\a",
            "\\b",
            "\\t",
            "\\n",
            "\\v",
            "\\f",
            "\\r",
            "\\e",
            "\\ ",
            "\\\"",
            "\\\\",
            "\\/",
            "\\N",
            "\\_",
            "\\L",
            "\\P",
            "\\x41",
            "\\xe9",
            "\\u00e9",
            "\\u2028",
            "\\uD83D\\uDE00",
            "\\uD83D",
            "\\U0001F600",
            "\\U00000041",
            "\\\t");
    private static final List<String> HEADERS = List.of(
            "|",
            "|-",
            "|+",
            "|2",
            "|1-",
            "|+3",
            "|-2",
            ">",
            ">-",
            ">+",
            ">1",
            ">1-",
            ">2+",
            ">+1",
            "| # why",
            ">- # why",
            ">2-  #");

    private final Random dice;
    private final List<String> breaks;

    RandomScalars(Random dice) {
        this.dice = dice;
        this.breaks = pick(List.of(
                List.of("\n"),
                List.of("\n"),
                List.of("\r\n"),
                List.of("\r"),
                List.of("\n", "\r\n", "\r"),
                List.of("\n", "\u0085", "\u2028", "\u2029")));
    }

    <T> T pick(List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }

    boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    String lineBreak() {
        return pick(breaks);
    }

    String blanks(int most) {
        return " ".repeat(dice.nextInt(most + 1));
    }

    /**
     * A scalar of any style.
     *
     * @param indent how deep lines after the first must be indented
     */
    String any(int indent) {
        return switch (dice.nextInt(4)) {
            case 0 -> plain(indent);
            case 1 -> quoted("'", List.of("''", "\"", "\\"), indent);
            case 2 -> quoted("\"", ESCAPES, indent);
            default -> block(indent);
        };
    }

    String plain(int indent) {
        var text = new StringBuilder(pick(PLAIN_STARTS));
        for (int i = dice.nextInt(6); i > 0; i--) {
            text.append(separator(indent)).append(pick(WORDS));
        }
        return text.toString();
    }

    private String quoted(String quote, List<String> specials, int indent) {
        var text = new StringBuilder(quote);
        for (int i = dice.nextInt(8); i > 0; i--) {
            text.append(chance(40) ? "" : separator(chance(80) ? indent : 0));
            String word = chance(40) ? pick(specials) : pick(WORDS);
            boolean clean = specials.contains(word) || (!word.contains(quote) && !word.contains("\\"));
            text.append(clean ? word : "w");
            if (quote.equals("\"") && chance(15)) {
                text.append('\\').append(lineBreak()).append(" ".repeat(indent)).append(blanks(3));
            }
        }
        return text.append(chance(15) ? separator(indent) : "").append(quote).toString();
    }

    private String separator(int indent) {
        if (chance(60)) {
            return pick(List.of(" ", " ", "  ", "\t", " \t "));
        }
        var text = new StringBuilder(chance(30) ? pick(List.of(" ", "\t", "  ")) : "");
        for (int i = chance(70) ? 1 : 1 + dice.nextInt(3); i > 0; i--) {
            text.append(lineBreak()).append(i > 1 && chance(50) ? blanks(6) : "");
        }
        return text.append(" ".repeat(indent)).append(blanks(3)).toString();
    }

    String block(int indent) {
        var text = new StringBuilder(pick(HEADERS)).append(lineBreak());
        int inner = indent + dice.nextInt(3);
        for (int i = dice.nextInt(7); i > 0; i--) {
            text.append(chance(25) ? blanks(inner + 2) : contentLine(inner)).append(lineBreak());
        }
        return chance(80) ? text.toString() : text.append(contentLine(inner)).toString();
    }

    private String contentLine(int indent) {
        var line = new StringBuilder(" ".repeat(indent));
        line.append(chance(20) ? pick(List.of(" ", "   ", "\t", " \t")) : "").append(pick(WORDS));
        for (int i = dice.nextInt(3); i > 0; i--) {
            line.append(pick(List.of(" ", "\t", "  "))).append(pick(WORDS));
        }
        return line.append(chance(15) ? " " : "").toString();
    }
}
