package io.kanilint.kaniko;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a flag takes.
 *
 * @param values the values of an {@link Kind#CHOICE}, in the order in which kaniko lists them
 */
public record FlagType(Kind kind, List<String> values) {
    static final Set<String> TRUE = Set.of("1", "t", "T", "TRUE", "true", "True");
    static final Set<String> FALSE = Set.of("0", "f", "F", "FALSE", "false", "False");

    private static final Pattern INT =
            Pattern.compile("[+-]?(0[xX][0-9a-fA-F]{1,16}|0[bB][01]{1,64}|0[oO]?[0-7]*|[1-9][0-9]{0,18})");
    private static final Pattern DURATION =
            Pattern.compile("[+-]?(0|((\\d+(\\.\\d*)?|\\.\\d+)(ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)");
    /** Of a duration, in characters: matching takes stack. */
    private static final int LONGEST = 100;

    private static final int PLATFORM_PARTS = 3;

    /** The kinds of values. */
    public enum Kind {
        BOOL,
        STRING,
        INT,
        /** As Go writes it, such as {@code 6h30m}. */
        DURATION,
        /** {@code key=value}. */
        PAIR,
        /** {@code os/arch/variant}. */
        PLATFORM,
        /** One of some values. */
        CHOICE
    }

    public FlagType {
        values = List.copyOf(values);
    }

    public boolean isBool() {
        return kind == Kind.BOOL;
    }

    /** Whether the executor takes a value, as far as the value alone decides that. */
    public boolean accepts(String value) {
        return switch (kind) {
            case BOOL -> TRUE.contains(value) || FALSE.contains(value);
            case STRING -> true;
            case INT -> INT.matcher(value).matches();
            case DURATION ->
                value.length() <= LONGEST && DURATION.matcher(value).matches();
            case PAIR -> value.indexOf('=') > 0;
            case PLATFORM -> value.split(":", 2)[0].split("/", -1).length <= PLATFORM_PARTS;
            case CHOICE -> values.contains(value) || (values.contains("panic") && isLevel(value));
        };
    }

    /** Log levels are read without regard to case. */
    private boolean isLevel(String value) {
        return values.contains(value.toLowerCase(Locale.ROOT));
    }
}
