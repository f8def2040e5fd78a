package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.Optional;

/**
 * Where in the scripts a command stands.
 *
 * @param frame the text it is written in
 * @param site the command of the outermost script that led here; empty in that script itself
 * @param origin where the arguments of the running function or script were written; empty in the outermost script
 * @param guarded whether {@code set -e} looks away, as in a condition
 * @param depth how many functions, scripts and substitutions are open
 * @param loops how many loops are open in the running function and shell
 * @param outerLoops whether there are more of them around that function or subshell
 */
record Context(
        Frame frame,
        Optional<Call.Site> site,
        Optional<Span> origin,
        boolean guarded,
        int depth,
        int loops,
        boolean outerLoops) {

    static Context outermost(Frame frame) {
        return new Context(frame, Optional.empty(), Optional.empty(), false, 0, 0, false);
    }

    Context guard() {
        return guarded ? this : new Context(frame, site, origin, true, depth, loops, outerLoops);
    }

    Context unguard() {
        return new Context(frame, site, origin, false, depth, loops, outerLoops);
    }

    /** In a round of a loop. */
    Context loop() {
        return new Context(frame, site, origin, guarded, depth, loops + 1, outerLoops);
    }

    /** In a subshell. */
    Context subshell() {
        return loops == 0 ? this : new Context(frame, site, origin, guarded, depth, 0, true);
    }

    /** In a substitution. */
    Context substitution() {
        return new Context(frame, site, origin, guarded, depth + 1, 0, outerLoops || loops > 0);
    }

    /** Inside a text that the command runs in this shell. */
    Context inside(Frame called, Command caller) {
        return called(called, caller, guarded, loops, outerLoops);
    }

    /** Inside a function that the command calls. */
    Context function(Frame called, Command caller) {
        return called(called, caller, guarded, 0, outerLoops || loops > 0);
    }

    /** In a process of its own, where {@code set -e} has to be set anew and nothing looks away. */
    Context process(Frame called, Command caller) {
        return called(called, caller, false, 0, false);
    }

    private Context called(Frame called, Command caller, boolean looksAway, int open, boolean around) {
        return new Context(
                called, Optional.of(site(caller)), Optional.of(given(caller)), looksAway, depth + 1, open, around);
    }

    Call.Site site(Command command) {
        return site.orElseGet(() -> new Call.Site(command.start(), command.end()));
    }

    /** Where a command is written that runs a program: where that is named, if it came as an argument. */
    Span place(Command command, String program) {
        return command instanceof Command.Simple simple && Arguments.name(simple, program)
                ? origin.orElseGet(() -> own(command))
                : own(command);
    }

    private Span given(Command caller) {
        return caller instanceof Command.Simple simple && Arguments.passes(simple)
                ? origin.orElseGet(() -> own(caller))
                : own(caller);
    }

    private Span own(Command command) {
        return frame.span(command.start(), command.end());
    }
}
