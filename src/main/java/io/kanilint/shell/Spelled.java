package io.kanilint.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value written out as the text of a script: unknown stretches become variables that hold them. */
final class Spelled {
    private static final String NAME = "KANILINT_UNKNOWN_";
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(" + NAME + "\\d+)}");

    private final StringBuilder text = new StringBuilder();
    private Env env;

    Spelled(Env env) {
        this.env = env;
    }

    void add(Value value) {
        for (Value.Piece piece : value.pieces()) {
            switch (piece) {
                case Value.Text(String known) -> text.append(known);
                case Value.Unknown unknown ->
                    text.append("${").append(variable(unknown)).append('}');
            }
        }
    }

    /** Texts can be spelled inside of each other, so that a variable may be there already. */
    private String variable(Value.Unknown unknown) {
        var value = Optional.of(Value.unknown(unknown.name()));
        int number = 1;
        String variable = NAME + number;
        while (env.variables().contains(variable)
                && !value.equals(env.variables().get(variable))) {
            variable = NAME + ++number;
        }
        env = env.set(variable, value.get());
        return variable;
    }

    String text() {
        return text.toString();
    }

    /** The environment with those variables. */
    Env env() {
        return env;
    }

    /** The value of a literal in such a text: in single quotes the variables are not expanded, but stand for it still. */
    static Value literal(String text, Env env) {
        if (!text.contains(NAME)) {
            return Value.of(text);
        }
        Value value = Value.EMPTY;
        Matcher variable = VARIABLE.matcher(text);
        int at = 0;
        while (variable.find()) {
            value = value.plus(Value.of(text.substring(at, variable.start())))
                    .plus(env.value(variable.group(1)).orElse(Value.EMPTY));
            at = variable.end();
        }
        return value.plus(Value.of(text.substring(at)));
    }
}
