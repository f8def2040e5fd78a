package io.kanilint.pipeline;

import io.kanilint.yaml.YamlScalar;
import java.util.Set;
import java.util.regex.Pattern;

/** Scalars as YAML 1.1 reads them, which is what GitLab speaks. */
final class Scalars {
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern OCTAL = Pattern.compile("0[0-7]{1,15}");

    private Scalars() {}

    static boolean isFalse(YamlScalar scalar) {
        return scalar.isPlain() && FALSE.contains(scalar.value());
    }

    static boolean isNumber(YamlScalar scalar) {
        return scalar.isPlain() && NUMBER.matcher(scalar.value()).matches();
    }

    /** Whether it is a truth value, a number or nothing, and not a text. */
    static boolean isTyped(YamlScalar scalar) {
        return scalar.isNull()
                || isNumber(scalar)
                || (scalar.isPlain() && (TRUE.contains(scalar.value()) || FALSE.contains(scalar.value())));
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
        if (OCTAL.matcher(value).matches()) {
            return Long.toString(Long.parseLong(value, 8));
        }
        if (isNumber(scalar)) {
            String unsigned = value.startsWith("+") ? value.substring(1) : value;
            return unsigned.contains(".") ? unsigned.replaceFirst("(\\.[0-9]+?)0+$", "$1") : unsigned;
        }
        return value;
    }
}
