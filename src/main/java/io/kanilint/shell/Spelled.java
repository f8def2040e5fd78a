package io.kanilint.shell;

/** A value written out as the text of a script: unknown stretches become variables that hold them. */
final class Spelled {
    private final StringBuilder text = new StringBuilder();
    private Env env;
    private int count;

    Spelled(Env env) {
        this.env = env;
    }

    void add(Value value) {
        for (Value.Piece piece : value.pieces()) {
            switch (piece) {
                case Value.Text(String known) -> text.append(known);
                case Value.Unknown(String name) -> {
                    String variable = "KANILINT_UNKNOWN_" + ++count;
                    env = env.set(variable, Value.unknown(name));
                    text.append("${").append(variable).append('}');
                }
            }
        }
    }

    String text() {
        return text.toString();
    }

    /** The environment with those variables. */
    Env env() {
        return env;
    }
}
