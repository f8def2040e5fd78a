package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A shell at one moment of one way: what it has, what was run, how the last command ended, and where it goes on.
 *
 * @param levels for {@link Flow#BREAK} and {@link Flow#CONTINUE}: how many loops
 */
record State(Env env, Knowledge knowledge, List<Element> elements, Flow flow, int levels, Status status) {

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
        return new State(env, Knowledge.NONE, List.of(), Flow.NEXT, 0, Status.OK);
    }

    boolean goesOn() {
        return flow == Flow.NEXT;
    }

    State with(Env changed) {
        return new State(changed, knowledge, elements, flow, levels, status);
    }

    State with(UnaryOperator<Env> change) {
        return with(change.apply(env));
    }

    State with(Knowledge changed) {
        return new State(env, changed, elements, flow, levels, status);
    }

    State with(Status changed) {
        return new State(env, knowledge, elements, flow, levels, changed);
    }

    State with(Flow changed) {
        return new State(env, knowledge, elements, changed, 0, status);
    }

    State with(Flow changed, int loops) {
        return new State(env, knowledge, elements, changed, loops, status);
    }

    State withElements(List<Element> changed) {
        return new State(env, knowledge, List.copyOf(changed), flow, levels, status);
    }

    State add(Element element) {
        var all = new ArrayList<>(elements);
        all.add(element);
        return withElements(all);
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

    /** The state of the shell around one that ended here: what was run stays, what was set does not. */
    State backTo(State outer) {
        Status end = status == Status.FORGIVEN ? Status.FAILED : status;
        return new State(outer.env, knowledge, elements, Flow.NEXT, 0, end);
    }

    /** Cheap where most states differ in what was run last; a hash over everything was most of the time spent. */
    @Override
    public int hashCode() {
        int last = !elements.isEmpty() && elements.getLast() instanceof Call call
                ? call.site().start() * 2 + (call.failed() ? 1 : 0)
                : 0;
        return Objects.hash(elements.size(), flow, levels, status, last);
    }
}
