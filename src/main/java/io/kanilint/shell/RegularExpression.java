package io.kanilint.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The regular expressions of {@code [[ … =~ … ]]}, as far as Java's are the same and cannot make the work explode. */
final class RegularExpression {
    private static final int LONGEST = 200;
    private static final int MOST_REPETITIONS = 3;
    private static final Pattern SAFE =
            Pattern.compile("(?:[\\w ./:^$*+?()|,=@%~#'\"-]|\\\\[\\W_]|\\[\\^?[\\w./:-]+])*");
    private static final Pattern NESTED = Pattern.compile("\\)[*+?]|[*+?]{2}");
    private static final Pattern SPECIAL = Pattern.compile("[\\W&&[^ ]]");

    private RegularExpression() {}

    /** A text that stands for itself. */
    static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** Whether a part of the text matches; empty if that is not worked out. */
    static Optional<Boolean> isIn(String text, String regex) {
        boolean small = text.length() <= LONGEST && regex.length() <= LONGEST;
        boolean safe = small
                && SAFE.matcher(regex).matches()
                && !NESTED.matcher(regex).find()
                && regex.chars().filter(c -> c == '*' || c == '+').count() <= MOST_REPETITIONS;
        if (!safe) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Pattern.compile(regex, Pattern.DOTALL).matcher(text).find());
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }
}
