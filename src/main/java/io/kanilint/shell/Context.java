package io.kanilint.shell;

import java.util.Optional;

/**
 * Where in the scripts a command stands.
 *
 * @param frame the text it is written in
 * @param site the command of the outermost script that led here; empty in that script itself
 * @param guarded whether {@code set -e} looks away, as in a condition
 * @param depth how many functions, scripts and substitutions are open
 */
record Context(Frame frame, Optional<Call.Site> site, boolean guarded, int depth) {

    Context guard() {
        return guarded ? this : new Context(frame, site, true, depth);
    }

    /** Inside something that the command calls. */
    Context inside(Frame called, Command caller) {
        return new Context(called, Optional.of(site(caller)), guarded, depth + 1);
    }

    /** In a process of its own, where {@code set -e} has to be set anew and nothing looks away. */
    Context process(Frame called, Command caller) {
        return new Context(called, Optional.of(site(caller)), false, depth + 1);
    }

    Call.Site site(Command command) {
        return site.orElseGet(() -> new Call.Site(command.start(), command.end()));
    }
}
