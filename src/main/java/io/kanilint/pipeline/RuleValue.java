package io.kanilint.pipeline;

import java.util.Set;

/** What is known of a value in an expression of {@code rules:if}. */
sealed interface RuleValue {

    /** Exactly this text. */
    record Text(String text) implements RuleValue {}

    /** Not set, which is {@code null}. */
    record Unset() implements RuleValue {}

    /** Some text that is not empty, and none of these. */
    record Filled(Set<String> not) implements RuleValue {
        Filled() {
            this(Set.of());
        }
    }

    /** Anything, or nothing. */
    record Unknown() implements RuleValue {}

    /** Whether it counts as true on its own: set, and not blank. */
    default Truth holds() {
        return switch (this) {
            case Text(String text) -> Truth.of(!text.isBlank());
            case Unset _ -> Truth.NO;
            case Filled _ -> Truth.YES;
            case Unknown _ -> Truth.MAYBE;
        };
    }

    default Truth equal(RuleValue other) {
        return switch (this) {
            case Text(String text) ->
                switch (other) {
                    case Text(String same) -> Truth.of(text.equals(same));
                    case Unset _ -> Truth.NO;
                    case Filled(Set<String> not) -> text.isEmpty() || not.contains(text) ? Truth.NO : Truth.MAYBE;
                    case Unknown _ -> Truth.MAYBE;
                };
            case Unset _ ->
                switch (other) {
                    case Text _, Filled _ -> Truth.NO;
                    case Unset _ -> Truth.YES;
                    case Unknown _ -> Truth.MAYBE;
                };
            case Filled _ ->
                switch (other) {
                    case Text _, Unset _ -> other.equal(this);
                    case Filled _, Unknown _ -> Truth.MAYBE;
                };
            case Unknown _ -> Truth.MAYBE;
        };
    }
}
