package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.shell.Command;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a script that a job keeps or loses as a whole.
 *
 * @param start offset in the script's text
 * @param end just past its last character
 * @param build the build it makes, if it makes one
 * @param tie what ties it to the unit before it
 */
record Unit(Command command, int start, int end, Optional<Build> build, Tie tie) {

    enum Tie {
        NONE,
        /** They stand on one line, as with {@code ;} between them. */
        LINE,
        /** {@code &&}: it is run only if the other succeeds. */
        AND
    }

    boolean chained() {
        return tie != Tie.NONE;
    }

    boolean hangs() {
        return tie == Tie.AND;
    }

    /** Units of one script lie in different places; comparing their commands would go through all of their trees. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Unit unit && start == unit.start && end == unit.end;
    }

    @Override
    public int hashCode() {
        return start;
    }
}
