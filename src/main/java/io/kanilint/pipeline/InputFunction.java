package io.kanilint.pipeline;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The functions of {@code $[[ inputs.x | function ]]}. */
final class InputFunction {
    private static final Pattern TRUNCATE = Pattern.compile("truncate\\(\\s*(\\d{1,6})\\s*,\\s*(\\d{1,6})\\s*\\)");
    private static final Pattern SPECIAL = Pattern.compile("[^A-Za-z0-9_\\-.,:+/@\\n]");

    private static final Pattern SPLIT = Pattern.compile("split\\('([^']+)'\\)");

    private InputFunction() {}

    /** What a function makes of a value; empty if we cannot tell. */
    static Optional<String> apply(String function, String value) {
        Matcher truncate = TRUNCATE.matcher(function);
        if (truncate.matches()) {
            int start = Math.min(Integer.parseInt(truncate.group(1)), value.length());
            int length = Math.min(Integer.parseInt(truncate.group(2)), value.length() - start);
            return Optional.of(value.substring(start, start + length));
        }
        Matcher split = SPLIT.matcher(function);
        if (split.matches()) {
            return Optional.of(Arrays.stream(value.split(Pattern.quote(split.group(1)), -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .map(Json::quoted)
                    .collect(Collectors.joining(",", "[", "]")));
        }
        return switch (function) {
            // a variable that stays in the text is replaced by the shell later on, with the same value
            case "expand_vars" -> Optional.of(value);
            case "posix_escape", "posix_quote" ->
                Optional.of(
                        value.isEmpty()
                                ? "''"
                                : SPECIAL.matcher(value)
                                        .replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()))
                                        .replace("\n", "'\n'"));
            default -> Optional.empty();
        };
    }
}
