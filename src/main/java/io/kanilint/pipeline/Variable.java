package io.kanilint.pipeline;

import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A variable that the configuration gives to a job. Variables set in GitLab itself may still count more.
 *
 * @param values every value it can have, variables in it not replaced: several where the matrix or {@code rules} decide,
 *     none where the value is not known
 * @param expand whether variables in its value are replaced
 * @param span where its first value is written
 */
public record Variable(List<String> values, boolean expand, Span span) {
    private static final int MOST_VALUES = 200;

    public Variable {
        values = List.copyOf(values);
    }

    /** The value, if it is known and always the same. */
    public Optional<String> value() {
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** This variable where another place may set it to another value. */
    Variable or(Variable other) {
        return values.isEmpty() || other.values.isEmpty() || values.size() > MOST_VALUES
                ? new Variable(List.of(), expand && other.expand, span)
                : new Variable(
                        Stream.concat(values.stream(), other.values.stream())
                                .distinct()
                                .toList(),
                        expand && other.expand,
                        span);
    }
}
