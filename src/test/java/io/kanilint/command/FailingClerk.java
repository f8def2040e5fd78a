package io.kanilint.command;

/** A clerk that cannot even say so. */
public final class FailingClerk extends Clerk {
    @SuppressWarnings("NullAway") // It uses none of them.
    public FailingClerk() {
        super(null, null, null, null, null, null);
    }

    @Override
    public void giveUp(CommandNote note) {
        throw new IllegalStateException("a fault");
    }
}
