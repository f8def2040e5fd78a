package io.kanilint.report;

import java.util.regex.Pattern;

/** Colours of a terminal, or none. */
public enum Style {
    PLAIN,
    COLOURED;

    enum Tone {
        BOLD("1"),
        DIM("2"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        BLUE("34");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    /** What a terminal obeys, tabs apart, or what turns the direction of the text after it. */
    private static final Pattern COMMANDS =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069&&[^\\t]]");

    /** Text of unknown origin, without the characters that a terminal would obey; tabs stay. */
    public static String harmless(String text) {
        return COMMANDS.matcher(text).replaceAll("?");
    }

    /** A line of a diff. */
    public String diff(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> of(Tone.RED, line);
            case '+' -> of(Tone.GREEN, line);
            case '@' -> of(Tone.DIM, line);
            default -> line;
        };
    }

    String of(Tone tone, String text) {
        return start(tone) + text + end();
    }

    String start(Tone tone) {
        return this == PLAIN ? "" : "\u001B[" + tone.code + "m";
    }

    String end() {
        return this == PLAIN ? "" : "\u001B[0m";
    }
}
