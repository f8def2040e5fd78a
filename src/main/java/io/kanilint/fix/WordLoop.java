package io.kanilint.fix;

import io.kanilint.shell.Command;
import java.util.List;

/**
 * A loop over known words.
 *
 * @param start where it begins in the script
 * @param headEnd where the words before its {@code do} end
 * @param doneEnd just past its {@code done}
 * @param end just past its last line: a here-document that it reads from stands below {@code done}
 * @param entries its variables with their values
 * @param fixed whether these are the words of every pipeline
 */
record WordLoop(
        int start, int headEnd, Command.Sequence body, int doneEnd, int end, List<MatrixEntry> entries, boolean fixed) {

    int bodyStart() {
        return body.items().getFirst().command().start();
    }

    int bodyEnd() {
        return body.items().getLast().command().end();
    }
}
