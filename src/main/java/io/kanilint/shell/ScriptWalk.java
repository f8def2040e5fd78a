package io.kanilint.shell;

import io.kanilint.text.MappedText;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Finds the ways through a script: which watched commands can be run one after the other, with which words. Loops,
 * functions, conditions, texts given to {@code eval} or a shell, and scripts of the project are followed; values are worked
 * out as far as they are known, and conditions on unknown values go both ways.
 */
public final class ScriptWalk {
    private ScriptWalk() {}

    /** The ways through a script that starts in a situation. Bounded: see {@link Ways#complete()}. */
    public static Ways through(MappedText script, Situation situation, Watch watch) {
        return through(script, ShellParser.parse(script.text()), situation, watch, new Effort());
    }

    /**
     * As {@link #through(MappedText, Situation, Watch)}, for one of several scripts, parsed already.
     *
     * @param effort what all of them may cost
     */
    public static Ways through(
            MappedText script, Command.Sequence commands, Situation situation, Watch watch, Effort effort) {
        var budget = new Budget(effort);
        var interpreter = new Interpreter(watch, situation.files(), budget);
        var context = Context.outermost(new Frame.Written(script));
        List<State> ends = States.then(
                starts(situation, effort, interpreter, context), start -> interpreter.run(commands, start, context));
        var ways = new LinkedHashSet<Way>();
        for (State end : ends) {
            ways.add(new Way(end.trail().toList(), !end.status().isOk()));
        }
        return new Ways(List.copyOf(ways), budget.complete(), interpreter.unseen());
    }

    private static List<State> starts(Situation situation, Effort effort, Interpreter interpreter, Context context) {
        State start = State.start(Env.of(situation));
        return situation.premise().isEmpty()
                ? List.of(start)
                : States.succeeded(interpreter.run(effort.parse(situation.premise()), start, context.guard()), true);
    }
}
