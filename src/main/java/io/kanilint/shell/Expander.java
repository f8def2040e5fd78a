package io.kanilint.shell;

import io.kanilint.shell.State.Flow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Expands words: variables, substitutions, quotes, fields. */
final class Expander {
    private final Interpreter interpreter;
    private final Budget budget;
    private final Arrays arrays;
    private final WordFields wordFields;

    Expander(Interpreter interpreter, Budget budget) {
        this.interpreter = interpreter;
        this.budget = budget;
        this.arrays = new Arrays(this, budget);
        this.wordFields = new WordFields(arrays, budget);
    }

    /** The fields that some words give together. How a substitution in them ends makes no difference to a command. */
    List<Expanded<List<Field>>> fields(List<Word> words, State state, Context context) {
        var fields = new ArrayList<Field>();
        State now = state;
        for (int i = 0; i < words.size(); i++) {
            List<Expanded<List<Field>>> ways = Expanded.map(
                    fields(words.get(i), now, context),
                    way -> new Expanded<>(way.state().endedOr(state.status()), way.result()));
            if (ways.size() > 1) {
                List<Word> rest = words.subList(i + 1, words.size());
                return Expanded.then(
                        ways,
                        (after, result) -> Expanded.map(
                                fields(rest, after, context),
                                end -> new Expanded<>(end.state(), joined(fields, result, end.result()))));
            }
            now = ways.getFirst().state();
            fields.addAll(ways.getFirst().result());
        }
        return List.of(new Expanded<>(now, joined(fields, List.of(), List.of())));
    }

    private List<Field> joined(List<Field> first, List<Field> second, List<Field> third) {
        var all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        return budget.fields(all);
    }

    private List<Expanded<List<Field>>> fields(Word word, State state, Context context) {
        return Expanded.map(
                parts(word, state, context),
                one -> new Expanded<>(one.state(), wordFields.of(word, one.result(), one.state(), context)));
    }

    /** The word as one text, not split: in an assignment, as the subject of a case. */
    List<Expanded<Value>> value(@Nullable Word word, State state, Context context) {
        if (word == null) {
            return List.of(new Expanded<>(state, Value.EMPTY));
        }
        return Expanded.map(
                parts(word, state, context),
                one -> new Expanded<>(one.state(), one.state().knowledge().resolve(joined(one.result()))));
    }

    private static Value joined(List<Value> values) {
        return values.size() == 1
                ? values.getFirst()
                : new Value(values.stream()
                        .flatMap(value -> value.pieces().stream())
                        .toList());
    }

    private List<Expanded<List<Value>>> parts(Word word, State state, Context context) {
        List<Expanded<List<Value>>> all = List.of(new Expanded<>(state, List.of()));
        for (WordPart part : word.parts()) {
            all = Expanded.then(
                    part instanceof WordPart.Substitution ? whateverStatus(all, state) : all,
                    (now, before) -> Expanded.map(part(part, now, context), one -> {
                        var joined = new ArrayList<>(before);
                        joined.add(one.result());
                        return new Expanded<List<Value>>(one.state(), List.copyOf(joined));
                    }));
        }
        return all;
    }

    /** Of several substitutions in one word, the last one's status counts. */
    private static List<Expanded<List<Value>>> whateverStatus(List<Expanded<List<Value>>> all, State before) {
        return all.size() == 1
                ? all
                : Expanded.map(all, one -> new Expanded<>(one.state().endedOr(before.status()), one.result()));
    }

    private List<Expanded<Value>> part(WordPart part, State state, Context context) {
        if (!state.goesOn()) {
            return one(state, Value.EMPTY);
        }
        return switch (part) {
            case WordPart.Literal literal -> one(state, Spelled.literal(literal.text(), state.env()));
            case WordPart.Glob glob -> one(state, Value.of(glob.text()));
            case WordPart.Braces braces -> one(state, Value.of(braces.text()));
            case WordPart.ArrayValue _ -> one(state, budget.fresh("array"));
            case WordPart.Unknown unknown -> one(state, budget.fresh(unknown.text()));
            case WordPart.Arithmetic arithmetic -> one(state, arithmetic(arithmetic.expression(), state));
            case WordPart.Variable variable -> variable(variable, state, context);
            case WordPart.ArrayElement element -> one(state, arrays.value(element, state, context));
            case WordPart.ProcessSubstitution process ->
                interpreter.substitute(process.body(), state, context).stream()
                        .map(one -> new Expanded<>(one.state(), budget.fresh("/dev/fd")))
                        .toList();
            case WordPart.Substitution substitution -> interpreter.substitute(substitution.body(), state, context);
        };
    }

    private static List<Expanded<Value>> one(State state, Value value) {
        return List.of(new Expanded<>(state, value));
    }

    Value arithmetic(String expression, State state) {
        return new ArithmeticText(this, arrays)
                .of(expression, state)
                .flatMap(text -> IntegerExpression.value(
                        text,
                        name -> lookUp(name, state)
                                .map(state.knowledge()::resolve)
                                .orElse(Value.EMPTY)
                                .known()))
                .map(number -> Value.of(String.valueOf(number)))
                .orElseGet(() -> budget.fresh("(" + expression.strip() + ")"));
    }

    private List<Expanded<Value>> variable(WordPart.Variable variable, State state, Context context) {
        Word argument = variable.argument();
        String operator = variable.operator();
        Optional<Value> value = resolved(lookUp(variable.name(), state), operator, state);
        Optional<Boolean> lacks = Parameters.lacks(value, operator);
        boolean mayNeedArgument = argument != null && (!operator.matches(":?[-=]") || lacks.orElse(true));
        if (!mayNeedArgument) {
            return one(
                    state, Parameters.apply(variable.name(), value, operator, argument == null ? null : Value.EMPTY));
        }
        return Expanded.then(value(argument, state, context), (after, given) -> {
            Value result = Parameters.apply(variable.name(), value, operator, given);
            if (operator.endsWith("?") && lacks.orElse(true)) {
                Expanded<Value> ended = new Expanded<>(after.failed().with(Flow.EXIT), result);
                return lacks.isPresent() ? List.of(ended) : List.of(new Expanded<>(after, result), ended);
            }
            boolean assigns = operator.endsWith("=") && lacks.orElse(true);
            return one(assigns ? after.with(after.env().set(variable.name(), result)) : after, result);
        });
    }

    /** An unknown value that was found to be empty may still be unset, which some operators tell apart. */
    static Optional<Value> resolved(Optional<Value> value, String operator, State state) {
        Optional<Value> resolved = value.map(state.knowledge()::resolve);
        boolean mayBeUnset = resolved.equals(Optional.of(Value.EMPTY)) && !resolved.equals(value);
        return mayBeUnset && operator.matches("[-+=?]") ? value : resolved;
    }

    /** The value of a variable or a special parameter. */
    Optional<Value> lookUp(String name, State state) {
        List<Field> arguments = state.env().arguments();
        boolean counted = arguments.stream().noneMatch(Field::many);
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            int number = name.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(name);
            if (number == 0) {
                Optional<Value> own = state.env().variables().get(name);
                return own != null && own.isPresent() ? own : Optional.of(budget.fresh("$0"));
            }
            if (!counted) {
                return Optional.of(budget.fresh("$" + name));
            }
            return number <= arguments.size()
                    ? Optional.of(arguments.get(number - 1).value())
                    : Optional.empty();
        }
        return switch (name) {
            case "@", "*" -> Optional.of(joinedArguments(arguments));
            case "#" -> Optional.of(counted ? Value.of(String.valueOf(arguments.size())) : budget.fresh("$#"));
            case SimpleCommands.STATUS -> Optional.of(status(state));
            case Separators.NAME -> Optional.of(Separators.value(state.env()));
            case "$", "!", "-" -> Optional.of(budget.fresh("$" + name));
            default ->
                state.env().arrays().contains(name)
                        ? arrays.element(name, 0, state)
                        : state.env().value(name);
        };
    }

    private static Value status(State state) {
        Optional<Value> kept = state.env().variables().get(SimpleCommands.STATUS);
        return kept != null && kept.isPresent()
                ? kept.get()
                : state.status().isOk() ? Value.of("0") : Value.unknown(Conditions.ERROR_CODE);
    }

    private Value joinedArguments(List<Field> arguments) {
        if (arguments.stream().anyMatch(Field::many)) {
            return budget.fresh("$*");
        }
        Value joined = Value.EMPTY;
        for (int i = 0; i < arguments.size(); i++) {
            joined = (i == 0 ? joined : joined.plus(Value.of(" ")))
                    .plus(arguments.get(i).value());
        }
        return joined;
    }
}
