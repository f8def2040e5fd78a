package io.kanilint.doctor;

import java.util.Locale;

/**
 * One thing that was looked at.
 *
 * @param name what it is, in a word or two
 * @param text what was seen, or what to do; holds no secret, and nothing that a terminal would obey
 */
record Check(String name, Status status, String text) {

    /** What came of it. */
    enum Status {
        OK,
        /** Somebody has to do something. */
        DO,
        /** It could not be found out. */
        UNKNOWN;

        /** As JSON has it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Check {
        text = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    static Check ok(String name, String text) {
        return new Check(name, Status.OK, text);
    }

    static Check toDo(String name, String text) {
        return new Check(name, Status.DO, text);
    }

    static Check unknown(String name, String text) {
        return new Check(name, Status.UNKNOWN, text);
    }
}
