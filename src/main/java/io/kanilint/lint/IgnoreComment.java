package io.kanilint.lint;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code # kanilint: ignore <rule>[, <rule>] [-- reason]}, in YAML or in a script.
 *
 * @param line the line that it is about: the one it ends, or the next one that says something
 * @param rules the names in it, known or not
 */
record IgnoreComment(int line, List<Name> rules) {
    private static final String WORD = "kanilint:";
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)(#\\s*kanilint:(.*))$");
    private static final Pattern IGNORE = Pattern.compile("\\s*ignore(?:\\s+(.*?))?(?:(?<=\\s)--(?:\\s.*)?)?\\s*");

    /** A rule's name as written. */
    record Name(String text, Span place) {}

    /** All comments of a file that are meant for us; one that is not understood has no names. */
    static List<Written> in(Source source) {
        var comments = new ArrayList<Written>();
        int line = 0;
        for (int at = source.text().indexOf(WORD); at >= 0; at = source.text().indexOf(WORD, at + 1)) {
            if (source.lineOf(at) != line) {
                line = source.lineOf(at);
                on(source, line).ifPresent(comments::add);
            }
        }
        return comments;
    }

    /**
     * A comment where it stands.
     *
     * @param place from its {@code #} on
     */
    record Written(Span place, IgnoreComment comment) {}

    private static Optional<Written> on(Source source, int line) {
        String text = source.line(line);
        Matcher comment = COMMENT.matcher(text);
        if (!comment.find()) {
            return Optional.empty();
        }
        int start = source.lineStart(line);
        var place = new Span(
                source, start + comment.start(1), start + text.stripTrailing().length());
        boolean alone = text.substring(0, comment.start(1)).isBlank();
        Matcher ignore = IGNORE.matcher(comment.group(2));
        List<Name> names = ignore.matches() && ignore.group(1) != null
                ? names(source, ignore.group(1), start + comment.start(2) + ignore.start(1))
                : List.of();
        return Optional.of(new Written(place, new IgnoreComment(alone ? below(source, line) : line, names)));
    }

    private static List<Name> names(Source source, String list, int start) {
        var names = new ArrayList<Name>();
        int at = start;
        for (String part : Arrays.asList(list.split(",", -1))) {
            int from = at + part.length() - part.stripLeading().length();
            String name = part.strip();
            if (!name.isEmpty()) {
                names.add(new Name(name, new Span(source, from, from + name.length())));
            }
            at += part.length() + 1;
        }
        return List.copyOf(names);
    }

    /** The next line that is neither blank nor a comment. */
    private static int below(Source source, int line) {
        int next = line + 1;
        while (next <= source.lineCount() && source.line(next).strip().matches("(#.*)?")) {
            next++;
        }
        return next;
    }
}
