package io.kanilint.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code ${name<operator>argument}} comes to. */
final class Parameters {
    private static final Pattern RANGE =
            Pattern.compile("\\s*\\(?(?<start>(?<=[\\s(])-\\d+|\\d+)\\)?(?:\\s*:\\s*(?<count>-?\\d+))?\\s*");

    private Parameters() {}

    /**
     * The value after the operator.
     *
     * @param value the variable's value; empty if it is certainly unset
     * @param argument what stands after the operator
     */
    static Value apply(String name, Optional<Value> value, String operator, @Nullable Value argument) {
        Value given = argument == null ? Value.EMPTY : argument;
        return switch (operator) {
            case "" -> value.orElse(Value.EMPTY);
            case ":-", "-", ":=", "=", ":?", "?" -> orElse(name, value, operator, given);
            case ":+", "+" -> instead(name, value, operator, given);
            case "#" -> argument == null ? length(name, value) : cut(name, value, operator, given);
            default -> cut(name, value, operator, given);
        };
    }

    /** Whether the default is used: known, or empty if it depends on what is not known. */
    static Optional<Boolean> lacks(Optional<Value> value, String operator) {
        if (value.isEmpty()) {
            return Optional.of(true);
        }
        Value present = value.get();
        boolean emptyCounts = operator.startsWith(":");
        if (present.isKnown()) {
            return Optional.of(emptyCounts && present.equals(Value.EMPTY));
        }
        boolean hasText = present.pieces().stream()
                .anyMatch(
                        piece -> piece instanceof Value.Text || piece.equals(new Value.Unknown(Conditions.ERROR_CODE)));
        return hasText ? Optional.of(false) : Optional.empty();
    }

    private static Value orElse(String name, Optional<Value> value, String operator, Value argument) {
        return lacks(value, operator)
                .map(lacks -> lacks ? argument : value.orElse(Value.EMPTY))
                .orElseGet(() -> derived(name, value, operator, argument));
    }

    private static Value instead(String name, Optional<Value> value, String operator, Value argument) {
        return lacks(value, operator)
                .map(lacks -> lacks ? Value.EMPTY : argument)
                .orElseGet(() -> derived(name, value, operator, argument));
    }

    private static Value length(String name, Optional<Value> value) {
        Value present = value.orElse(Value.EMPTY);
        return present.known()
                .map(text -> Value.of(String.valueOf(text.codePointCount(0, text.length()))))
                .orElseGet(() -> derived(name, value, "#length", Value.EMPTY));
    }

    private static Value cut(String name, Optional<Value> value, String operator, Value argument) {
        Optional<String> text = value.orElse(Value.EMPTY).known();
        Optional<String> pattern = argument.known();
        return text.isPresent() && pattern.isPresent()
                ? cut(text.get(), operator, pattern.get())
                        .map(Value::of)
                        .orElseGet(() -> derived(name, value, operator, argument))
                : derived(name, value, operator, argument);
    }

    private static Optional<String> cut(String text, String operator, String argument) {
        return switch (operator) {
            case "#", "##" -> TextPattern.of(argument).map(glob -> glob.withoutStart(text, operator.length() == 2));
            case "%", "%%" -> TextPattern.of(argument).map(glob -> glob.withoutEnd(text, operator.length() == 2));
            case "/", "//" -> replaced(text, argument, operator.length() == 2);
            case "^", "^^" -> cased(text, argument, true, operator.length() == 2);
            case ",", ",," -> cased(text, argument, false, operator.length() == 2);
            case ":" -> substring(text, argument);
            default -> Optional.empty();
        };
    }

    private static Optional<String> replaced(String text, String argument, boolean all) {
        int slash = argument.indexOf('/', 1);
        String pattern = slash < 0 ? argument : argument.substring(0, slash);
        String replacement = slash < 0 ? "" : argument.substring(slash + 1);
        if (pattern.isEmpty() || replacement.contains("&") || replacement.contains("\\")) {
            return Optional.empty();
        }
        return switch (pattern.charAt(0)) {
            case '#' -> TextPattern.of(pattern.substring(1)).map(glob -> atStart(glob, text, replacement));
            case '%' -> TextPattern.of(pattern.substring(1)).map(glob -> atEnd(glob, text, replacement));
            default -> TextPattern.of(pattern).flatMap(glob -> glob.replace(text, replacement, all));
        };
    }

    private static String atStart(TextPattern glob, String text, String replacement) {
        String rest = glob.withoutStart(text, true);
        return rest.length() < text.length() || glob.matches("") ? replacement + rest : text;
    }

    private static String atEnd(TextPattern glob, String text, String replacement) {
        String rest = glob.withoutEnd(text, true);
        return rest.length() < text.length() || glob.matches("") ? rest + replacement : text;
    }

    /** Upper or lower case for the first or all characters, of which a pattern may choose some. */
    private static Optional<String> cased(String text, String pattern, boolean upper, boolean all) {
        return TextPattern.of(pattern.isEmpty() ? "?" : pattern).map(glob -> {
            var cased = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                String c = text.substring(i, i + 1);
                boolean changes = (all || i == 0) && glob.matches(c);
                cased.append(!changes ? c : upper ? c.toUpperCase(Locale.ROOT) : c.toLowerCase(Locale.ROOT));
            }
            return cased.toString();
        });
    }

    private static Optional<String> substring(String text, String argument) {
        Matcher range = RANGE.matcher(argument);
        if (!range.matches()) {
            return Optional.empty();
        }
        int length = text.length();
        int start = small(range.group("start"));
        start = start < 0 ? length + start : start;
        int count = range.group("count") == null ? length : small(range.group("count"));
        int end = count < 0 ? length + count : start + count;
        if (start < 0 || start >= length) {
            return Optional.of("");
        }
        return end < start ? Optional.empty() : Optional.of(text.substring(start, Math.min(end, length)));
    }

    private static int small(String digits) {
        return digits.length() > 6 ? 1_000_000 : Integer.parseInt(digits);
    }

    /** The same operation on the same unknown value gives the same unknown value. */
    private static Value derived(String name, Optional<Value> value, String operator, Value argument) {
        String of = value.filter(present -> !present.equals(Value.unknown(name)))
                .map(Value::pattern)
                .orElse(name);
        return Value.unknown(of + operator + argument.pattern());
    }
}
