package io.kanilint.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the process's own streams are connected to. */
enum Streams {
    OUT(1),
    ERR(2);

    private final int descriptor;

    Streams(int descriptor) {
        this.descriptor = descriptor;
    }

    private static boolean isInteractive(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    /** Java itself tells it of standard input and output together only; Linux of each, and faster. */
    boolean isTerminal() {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.matches("/dev/(pts/\\d+|tty.*|console)");
        } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
            return isInteractive(System.console());
        }
    }
}
