package io.kanilint.shell;

import java.util.Optional;
import java.util.function.Predicate;

/** Makes a script that shows an error small, by leaving out what the error does not need. */
final class OracleShrinker {
    private static final int MOST_TRIES = 600;

    private OracleShrinker() {}

    static OracleScript shrink(OracleScript script, Predicate<OracleScript> shows) {
        OracleScript smallest = script;
        int tries = 0;
        boolean found = true;
        while (found && tries < MOST_TRIES) {
            found = false;
            for (OracleScript smaller : smallest.smaller()) {
                if (++tries < MOST_TRIES && shows.test(smaller)) {
                    smallest = smaller;
                    found = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Whether a verdict on a script is an error of the same kind as one before. */
    static Optional<OracleVerdict> same(OracleVerdict now, OracleVerdict.Kind kind) {
        return Optional.of(now).filter(verdict -> verdict.kind() == kind);
    }
}
