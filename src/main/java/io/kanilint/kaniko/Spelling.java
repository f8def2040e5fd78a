package io.kanilint.kaniko;

import io.kanilint.text.Nearest;
import java.util.Locale;

/** Names as people write them. */
final class Spelling {

    private Spelling() {}

    /** How far two names are apart; case and the choice of dashes do not count. */
    static int distance(String one, String other) {
        return Nearest.distance(plain(one), plain(other));
    }

    /** Whether a name says that something is not to be done. */
    static boolean negates(String name) {
        return plain(name).startsWith("no") || plain(name).startsWith("disable");
    }

    /** What counts of a name. */
    static String plain(String name) {
        return name.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
    }
}
