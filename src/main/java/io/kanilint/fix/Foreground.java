package io.kanilint.fix;

import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What makes builds run beside one another: the {@code &} behind them, and {@code wait}. It is left out where each build gets
 * a container of its own, so that a build that fails fails its job.
 */
final class Foreground {
    private static final Pattern SIGN = Pattern.compile("[ \\t]*&(?=[ \\t]*(?:#[^\\n]*)?(?:\\n|\\z))");

    /** Words that ask for what runs in the background. */
    private static final Pattern PROCESSES = Pattern.compile("\\$\\{?!|\\b(?:jobs|kill|fg|bg|disown)\\b");

    private Foreground() {}

    /** Whether a script needs its processes in the background. */
    static boolean isNeeded(String script) {
        return PROCESSES.matcher(script).find();
    }

    /** The sign behind a command that ends its line. */
    static Optional<Unit> sign(String script, Command command) {
        Matcher sign = SIGN.matcher(script).region(command.end(), script.length());
        return sign.lookingAt()
                ? Optional.of(new Unit(
                        new Command.Sequence(List.of(), sign.start(), sign.end()),
                        sign.start(),
                        sign.end(),
                        Optional.empty(),
                        Unit.Tie.LINE))
                : Optional.empty();
    }

    static boolean isLeftOut(Unit unit) {
        return isSign(unit) || isWaiting(unit.command());
    }

    static boolean isSign(Unit unit) {
        return unit.command() instanceof Command.Sequence sequence
                && sequence.items().isEmpty();
    }

    /** Nothing is waited for where nothing runs in the background. */
    static boolean isWaiting(Command command) {
        return command instanceof Command.Simple simple
                && simple.words().size() == 1
                && simple.name().filter("wait"::equals).isPresent();
    }

    /** How many commands in a command run in the background. */
    static long count(Command command) {
        long here = command instanceof Command.Sequence sequence
                ? sequence.items().stream().filter(Command.Item::background).count()
                : 0;
        return here + Commands.children(command).mapToLong(Foreground::count).sum();
    }
}
