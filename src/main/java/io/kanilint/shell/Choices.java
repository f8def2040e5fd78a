package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs {@code case}. */
final class Choices {
    private final Interpreter interpreter;
    private final Expander expander;
    private final Tokens tokens;

    Choices(Interpreter interpreter, Expander expander) {
        this.interpreter = interpreter;
        this.expander = expander;
        this.tokens = new Tokens(expander);
    }

    List<State> run(Command.Case choice, State state, Context context) {
        return expander.value(choice.subject(), state, context).stream()
                .flatMap(one -> one.state().goesOn()
                        ? choose(choice.arms(), one.result(), one.state(), context).stream()
                        : Stream.of(one.state()))
                .distinct()
                .toList();
    }

    private List<State> choose(List<Command.Arm> arms, Value subject, State state, Context context) {
        List<State> results = List.of();
        List<State> untaken = List.of(state);
        // States that took an arm and look for another one.
        List<State> further = List.of();
        for (int i = 0; i < arms.size() && !(untaken.isEmpty() && further.isEmpty()); i++) {
            var taken = new ArrayList<State>();
            untaken = untaken(arms.get(i), subject, untaken, taken, context);
            further = untaken(arms.get(i), subject, further, taken, context);
            List<State> ends = taken.isEmpty() ? List.of() : bodies(arms, i, taken, context);
            if (last(arms, i).ending() == Command.ArmEnd.NEXT_PATTERN) {
                further = States.join(further, States.open(ends));
                results = States.join(results, States.ended(ends));
            } else {
                results = States.join(results, ends);
            }
        }
        List<State> others = untaken.isEmpty() ? List.of() : States.map(untaken, State::ok);
        return States.join(results, States.join(further, others));
    }

    private List<State> untaken(
            Command.Arm arm, Value subject, List<State> states, List<State> taken, Context context) {
        List<State> open = states;
        for (Word pattern : arm.patterns()) {
            var left = new ArrayList<State>();
            for (State now : open) {
                Conditions.Token token = tokens.of(pattern, now, context);
                taken.addAll(Comparisons.matches(subject, token, now, true));
                left.addAll(Comparisons.matches(subject, token, now, false));
            }
            open = left;
        }
        return open;
    }

    /** The arm's body and those that it falls through to. */
    private List<State> bodies(List<Command.Arm> arms, int index, List<State> states, Context context) {
        List<State> ends = States.then(
                states.stream().distinct().toList(),
                now -> interpreter.run(arms.get(index).body(), now, context));
        boolean falls = arms.get(index).ending() == Command.ArmEnd.NEXT_BODY && index + 1 < arms.size();
        return falls ? bodies(arms, index + 1, ends, context) : ends;
    }

    private static Command.Arm last(List<Command.Arm> arms, int index) {
        boolean falls = arms.get(index).ending() == Command.ArmEnd.NEXT_BODY && index + 1 < arms.size();
        return falls ? last(arms, index + 1) : arms.get(index);
    }
}
