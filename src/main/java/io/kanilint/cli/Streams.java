package io.kanilint.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
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
        return target().map(target -> target.matches("/dev/(pts/\\d+|tty.*|console)"))
                .orElseGet(() -> isInteractive(System.console()));
    }

    /** Whether it is one to or from another program. Only Linux tells. */
    boolean isPipe() {
        return target().filter(target -> target.startsWith("pipe:")).isPresent();
    }

    private Optional<String> target() {
        try {
            return Optional.of(Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString());
        } catch (IOException | InvalidPathException | UnsupportedOperationException _) {
            return Optional.empty();
        }
    }
}
