package io.kanilint.shell;

import java.util.function.UnaryOperator;

/**
 * A shell at one moment of one way: what it has, what was run, how the last command ended, and where it goes on.
 *
 * @param levels for {@link Flow#BREAK} and {@link Flow#CONTINUE}: how many loops
 */
record State(Env env, Knowledge knowledge, Trail trail, Flow flow, int levels, Status status) {

    /** Where the shell goes on. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN,
        EXIT
    }

    /** How the last command ended. */
    enum Status {
        OK,
        FAILED,
        /** With an error in a place where {@code set -e} looks away. */
        FORGIVEN;

        boolean isOk() {
            return this == OK;
        }
    }

    static State start(Env env) {
        return new State(env, Knowledge.NONE, Trail.EMPTY, Flow.NEXT, 0, Status.OK);
    }

    boolean goesOn() {
        return flow == Flow.NEXT;
    }

    State with(Env changed) {
        return new State(changed, knowledge, trail, flow, levels, status);
    }

    State with(UnaryOperator<Env> change) {
        return with(change.apply(env));
    }

    State with(Knowledge changed) {
        return new State(env, changed, trail, flow, levels, status);
    }

    State with(Status changed) {
        return new State(env, knowledge, trail, flow, levels, changed);
    }

    /** What an ended shell had is of no use to anyone: states that differ in that alone become one. */
    State with(Flow changed) {
        return new State(changed == Flow.EXIT ? Env.ENDED : env, knowledge, trail, changed, 0, status);
    }

    State with(Flow changed, int loops) {
        return new State(env, knowledge, trail, changed, loops, status);
    }

    State with(Trail changed) {
        return new State(env, knowledge, changed, flow, levels, status);
    }

    State add(Element element) {
        return with(trail.add(element));
    }

    State ok() {
        return with(Status.OK);
    }

    State failed() {
        return with(Status.FAILED);
    }

    /** An error that {@code set -e} lets pass. */
    State forgiven() {
        return status == Status.FAILED ? with(Status.FORGIVEN) : this;
    }

    /** Another status, unless the shell has ended. */
    State endedOr(Status changed) {
        return goesOn() ? with(changed) : this;
    }

    /** To {@code set -e} outside, a simple command that ends so has failed, whatever was forgiven inside. */
    State unforgiven() {
        return goesOn() && status == Status.FORGIVEN ? failed() : this;
    }

    /** The state of the shell around one that ended here: what was run stays, what was set does not. */
    State backTo(State outer) {
        Status end = status == Status.FORGIVEN ? Status.FAILED : status;
        return new State(outer.env, knowledge, trail, Flow.NEXT, 0, end);
    }

    /** Cheap: most states differ in what was run. */
    @Override
    public int hashCode() {
        return ((trail.hashCode() * 31 + flow.hashCode()) * 31 + levels) * 31 + status.hashCode();
    }
}
