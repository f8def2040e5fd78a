package io.kanilint.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A command that is given its terminal once it was made from its words. */
abstract class TerminalCommand implements Callable<Integer> {
    private @Nullable Terminal terminal;

    final void use(Terminal on) {
        terminal = on;
    }

    @Override
    public final Integer call() {
        return run(Objects.requireNonNull(terminal));
    }

    /** Does its work and gives the exit code. */
    abstract int run(Terminal on);
}
