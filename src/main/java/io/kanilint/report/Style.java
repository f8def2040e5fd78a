package io.kanilint.report;

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

    /** Text of unknown origin, without the characters that a terminal would obey. */
    public static String harmless(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }

    String of(Tone tone, String text) {
        return this == PLAIN ? text : "\u001B[" + tone.code + "m" + text + "\u001B[0m";
    }
}
