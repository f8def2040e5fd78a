package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.Locale;
import java.util.Optional;

/**
 * Replaces {@code $[[ inputs.x ]]} in the text of a file, before it is read as YAML, as GitLab does. A value that is not
 * known becomes a shell variable, of which nothing is known either.
 */
final class Interpolation {
    private static final String OPEN = "$[[";
    private static final String CLOSE = "]]";

    private final Source source;
    private final InputValues values;
    private final Remarks remarks;
    private final InterpolatedText interpolated;
    private final int longest;

    private Interpolation(Source source, InputValues values, Remarks remarks, int longest) {
        this.source = source;
        this.values = values;
        this.remarks = remarks;
        this.interpolated = new InterpolatedText(source);
        this.longest = longest;
    }

    /**
     * The text from {@code start} on with its inputs replaced; cut off once it is longer than {@code longest}.
     *
     * @param start where the content begins, after the header
     */
    static InterpolatedText of(Source source, int start, InputValues values, int longest, Remarks remarks) {
        var interpolation = new Interpolation(source, values, remarks, longest);
        interpolation.run(start);
        return interpolation.interpolated;
    }

    private void run(int start) {
        String text = source.text();
        int at = start;
        int close = -1;
        int lineEnd = -1;
        for (int open = text.indexOf(OPEN, at); open >= 0; open = text.indexOf(OPEN, at)) {
            if (interpolated.length() > longest) {
                return;
            }
            interpolated.copy(at, open);
            int inside = skipWhitespace(text, open + OPEN.length());
            close = close >= inside ? close : next(text, CLOSE, inside);
            lineEnd = lineEnd >= inside ? lineEnd : next(text, "\n", inside);
            boolean closed = close < text.length() && (close <= lineEnd || skipWhitespace(text, lineEnd) == close);
            at = closed ? close + CLOSE.length() : open + OPEN.length();
            if (closed) {
                block(open, at);
            } else {
                interpolated.copy(open, at);
            }
        }
        interpolated.copy(at, text.length());
    }

    /** Where something comes next, or the end of the text. */
    private static int next(String text, String wanted, int from) {
        int found = text.indexOf(wanted, from);
        return found < 0 ? text.length() : found;
    }

    private static int skipWhitespace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void block(int start, int end) {
        String[] parts = source.text()
                .substring(start + OPEN.length(), end - CLOSE.length())
                .strip()
                .split("\\s*\\|\\s*", -1);
        if (parts[0].startsWith("component.")) {
            interpolated.insert(variable(parts[0].toUpperCase(Locale.ROOT)), start, end);
            return;
        }
        if (!parts[0].startsWith("inputs.")) {
            interpolated.copy(start, end);
            return;
        }
        String name = parts[0].substring("inputs.".length());
        if (!values.mayHave(name)) {
            remarks.problem(
                    new Span(source, start, end),
                    "",
                    "This file declares no input '%s' in its 'spec'.".formatted(name));
        }
        Optional<String> value = values.text(name);
        for (int i = 1; i < parts.length; i++) {
            String function = parts[i];
            value = value.flatMap(known -> InputFunction.apply(function, known));
        }
        interpolated.insert(value.orElse(variable("INPUT_" + name)), start, end);
    }

    /** A shell variable in place of a value that is not known. */
    private static String variable(String name) {
        return "$" + name.replaceAll("\\W", "_");
    }
}
