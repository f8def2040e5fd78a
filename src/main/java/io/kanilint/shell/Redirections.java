package io.kanilint.shell;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs commands with their input or output redirected. */
final class Redirections {
    private static final Set<String> INPUTS = Set.of("<", "<<", "<<-", "<<<", "<&", "<>");
    private static final Set<String> SAME_OUTPUT = Set.of("/dev/stdout", "/dev/fd/1", "1");

    private final Interpreter interpreter;
    private final Expander expander;

    Redirections(Interpreter interpreter, Expander expander) {
        this.interpreter = interpreter;
        this.expander = expander;
    }

    List<State> run(
            List<Redirection> redirections, State state, Context context, Function<State, List<State>> command) {
        List<State> states = List.of(state);
        boolean away = false;
        boolean reads = false;
        for (Redirection redirection : redirections) {
            away |= sendsAway(redirection);
            if (isInput(redirection)) {
                reads = true;
                states = States.then(states, now -> reading(redirection, now, context));
            }
        }
        if (!away && !reads) {
            return command.apply(state);
        }
        Streams before = Streams.of(state);
        boolean elsewhere = away;
        boolean own = reads;
        List<State> started =
                States.map(states, now -> elsewhere ? Streams.of(now).away().in(now) : now);
        return States.map(States.then(started, command), end -> {
            Streams after = Streams.of(end);
            Streams input = own ? after.reading(before.input()) : after;
            return (elsewhere ? input.printingTo(before) : input).in(end);
        });
    }

    private static boolean isInput(Redirection redirection) {
        return INPUTS.contains(redirection.operator())
                && redirection
                        .descriptor()
                        .filter(number -> !number.equals("0"))
                        .isEmpty();
    }

    private static boolean sendsAway(Redirection redirection) {
        boolean output = !INPUTS.contains(redirection.operator())
                && redirection
                        .descriptor()
                        .filter(number -> !number.equals("1"))
                        .isEmpty();
        return output
                && redirection.target().literal().filter(SAME_OUTPUT::contains).isEmpty();
    }

    private List<State> reading(Redirection redirection, State state, Context context) {
        if (redirection.document().isPresent()) {
            return text(redirection.document().get().body(), "", state, context);
        }
        if (redirection.operator().equals("<<<")) {
            return text(redirection.target(), "\n", state, context);
        }
        List<WordPart> parts = redirection.target().parts();
        boolean process = parts.size() == 1
                && parts.getFirst() instanceof WordPart.ProcessSubstitution(boolean output, Command.Sequence _)
                && !output;
        if (process) {
            Command.Sequence body = ((WordPart.ProcessSubstitution) parts.getFirst()).body();
            return interpreter.output(body, state, context).stream()
                    .map(one ->
                            read(Optional.of(one.result().output()), one.state().with(state.status())))
                    .toList();
        }
        boolean nothing =
                redirection.target().literal().filter("/dev/null"::equals).isPresent();
        return List.of(read(nothing ? Optional.of(Value.EMPTY) : Optional.empty(), state));
    }

    private List<State> text(Word word, String end, State state, Context context) {
        return expander.value(word, state, context).stream()
                .map(one -> read(Optional.of(one.result().plus(Value.of(end))), one.state()))
                .toList();
    }

    private static State read(Optional<Value> text, State state) {
        return Streams.of(state).reading(text).in(state);
    }
}
