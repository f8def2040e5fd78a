package io.kanilint.shell;

/**
 * A command of interest on the way through a script.
 *
 * @param failed whether it ended with an error on this way
 * @param background whether it was started with {@code &}
 */
public record Step(Command.Simple command, boolean failed, boolean background) {

    /** Steps are the same when they run the same place of the script; comparing whole trees would be slow. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean equals(Object other) {
        return other instanceof Step step
                && command == step.command
                && failed == step.failed
                && background == step.background;
    }

    @Override
    public int hashCode() {
        return command.start() * 4 + (failed ? 2 : 0) + (background ? 1 : 0);
    }
}
