package io.kanilint.pipeline;

import io.kanilint.yaml.YamlScalar;
import java.util.Set;

/** Scalars as YAML 1.1 reads them, which is what GitLab speaks. */
final class Scalars {
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");

    private Scalars() {}

    static boolean isFalse(YamlScalar scalar) {
        return scalar.isPlain() && FALSE.contains(scalar.value());
    }

    static boolean isBoolean(YamlScalar scalar) {
        return scalar.isPlain() && (TRUE.contains(scalar.value()) || FALSE.contains(scalar.value()));
    }

    static boolean isNumber(YamlScalar scalar) {
        return scalar.isPlain() && RubyNumber.of(scalar.value()).isPresent();
    }

    /** Whether it is a truth value, a number or nothing, and not a text. */
    static boolean isTyped(YamlScalar scalar) {
        return scalar.isNull() || isNumber(scalar) || isBoolean(scalar);
    }

    /** The text that a job sees of a value: {@code yes} is {@code true}, {@code 1.10} is {@code 1.1}, {@code 010} is 8. */
    static String text(YamlScalar scalar) {
        String value = scalar.value();
        if (!scalar.isPlain()) {
            return value;
        }
        if (TRUE.contains(value)) {
            return "true";
        }
        if (FALSE.contains(value)) {
            return "false";
        }
        return RubyNumber.of(value).orElse(value);
    }
}
