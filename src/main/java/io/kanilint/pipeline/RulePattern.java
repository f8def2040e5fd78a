package io.kanilint.pipeline;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions of {@code rules:if}: {@code /…/} with the flags {@code i}, {@code s} and {@code m}. */
final class RulePattern {
    /** Java's matcher can be made to run for years where GitLab's (RE2) cannot: only patterns without that power are tried. */
    private static final int MOST_REPETITIONS = 2;

    private static final int LONGEST = 100;

    private RulePattern() {}

    static Truth matches(RuleValue value, String pattern) {
        return switch (value) {
            case RuleValue.Text(String text) -> matches(text, pattern);
            case RuleValue.Unset _ -> matches("", pattern);
            case RuleValue.Filled _, RuleValue.Unknown _ -> Truth.MAYBE;
        };
    }

    private static Truth matches(String text, String pattern) {
        int end = pattern.lastIndexOf('/');
        String body = pattern.substring(1, end).replace("\\/", "/");
        long repetitions = body.chars().filter(c -> "*+?{".indexOf(c) >= 0).count();
        boolean costly = repetitions > MOST_REPETITIONS || (repetitions > 0 && body.contains("("));
        if (text.length() > LONGEST || body.length() > LONGEST || costly) {
            return Truth.MAYBE;
        }
        String flags = pattern.substring(end + 1);
        int options = (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0);
        try {
            return Truth.of(Pattern.compile(body, options).matcher(text).find());
        } catch (PatternSyntaxException _) {
            return Truth.MAYBE;
        }
    }
}
