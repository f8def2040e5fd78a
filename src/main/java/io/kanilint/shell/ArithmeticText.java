package io.kanilint.shell;

import java.util.Optional;

/** Puts the values of variables into arithmetic expressions. */
final class ArithmeticText {
    private final Expander expander;
    private final Arrays arrays;

    ArithmeticText(Expander expander, Arrays arrays) {
        this.expander = expander;
        this.arrays = arrays;
    }

    /** An arithmetic expression with its {@code $name} and the like replaced by their texts, if these are known. */
    Optional<String> of(String expression, State state) {
        if (expression.indexOf('$') < 0 && expression.indexOf('`') < 0) {
            return Optional.of(expression);
        }
        Value text = Value.EMPTY;
        for (WordPart part : ShellParser.text(expression).parts()) {
            Optional<Value> value = switch (part) {
                case WordPart.Literal literal -> Optional.of(Value.of(literal.text()));
                case WordPart.Arithmetic inner -> Optional.of(expander.arithmetic(inner.expression(), state));
                case WordPart.Variable variable -> of(variable, state);
                case WordPart.ArrayElement element
                when element.argument() == null -> Optional.of(arrays.value(element, state));
                default -> Optional.empty();
            };
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text = text.plus(value.get());
        }
        return text.known();
    }

    private Optional<Value> of(WordPart.Variable variable, State state) {
        Word argument = variable.argument();
        Optional<Value> value = Expander.resolved(expander.lookUp(variable.name(), state), variable.operator(), state);
        if (argument == null) {
            return Optional.of(Parameters.apply(variable.name(), value, variable.operator(), null));
        }
        return argument.literal()
                .map(text -> Parameters.apply(variable.name(), value, variable.operator(), Value.of(text)));
    }
}
