package io.kanilint.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One way through a command so far: the steps taken, and how it ended. */
record Outcome(List<Step> steps, Status status) {

    enum Status {
        OK,
        /** Ended with an error, which {@code set -e} does not forgive. */
        FAILED,
        /** Ended with an error in a place where {@code set -e} looks away, such as a condition. */
        TESTED,
        /** Stopped by {@code set -e}. */
        ABORTED,
        RETURNED,
        EXITED
    }

    static final Outcome OK = new Outcome(List.of(), Status.OK);
    static final Set<Outcome> EITHER = new LinkedHashSet<>(List.of(OK, OK.with(Status.FAILED)));

    static Set<Outcome> of(Command.Simple command) {
        return new LinkedHashSet<>(List.of(
                new Outcome(List.of(new Step(command, false, false)), Status.OK),
                new Outcome(List.of(new Step(command, true, false)), Status.FAILED)));
    }

    boolean ended() {
        return status == Status.ABORTED || status == Status.EXITED || status == Status.RETURNED;
    }

    Outcome with(Status changed) {
        return new Outcome(steps, changed);
    }

    Outcome then(Outcome next) {
        if (next.steps.isEmpty()) {
            return with(next.status);
        }
        var all = new ArrayList<>(steps);
        all.addAll(next.steps);
        return new Outcome(List.copyOf(all), next.status);
    }

    Outcome stopAtError() {
        return status == Status.FAILED ? with(Status.ABORTED) : this;
    }

    Outcome tested() {
        return status == Status.FAILED ? with(Status.TESTED) : this;
    }

    Outcome negate() {
        return switch (status) {
            case OK -> with(Status.TESTED);
            case FAILED, TESTED -> with(Status.OK);
            case ABORTED, RETURNED, EXITED -> this;
        };
    }

    Outcome leaveFunction() {
        return status == Status.RETURNED ? with(Status.OK) : this;
    }

    /** What ends a subshell ends nothing around it; an explicit exit is taken to be without error. */
    Outcome leaveSubshell() {
        return status == Status.ABORTED ? with(Status.FAILED) : ended() ? with(Status.OK) : this;
    }

    Outcome leaveLoop() {
        return ended() ? this : with(Status.OK);
    }

    Outcome inBackground() {
        var started = steps.stream()
                .map(step -> new Step(step.command(), step.failed(), true))
                .toList();
        return new Outcome(started, Status.OK);
    }
}
