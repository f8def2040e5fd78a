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
    private static final String IGNORE = "ignore";
    private static final String REASON = "--";

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
        String said = comment.group(2);
        int from = said.length() - said.stripLeading().length() + IGNORE.length();
        boolean ignores = said.stripLeading().startsWith(IGNORE) && from < said.length();
        List<Name> names = ignores && Character.isWhitespace(said.charAt(from))
                ? names(source, said.substring(from, reason(said, from)), start + comment.start(2) + from)
                : List.of();
        return Optional.of(new Written(place, new IgnoreComment(alone ? below(source, line) : line, names)));
    }

    /** Where the reason begins: at two dashes that stand alone. */
    private static int reason(String said, int from) {
        for (int at = said.indexOf(REASON, from); at >= 0; at = said.indexOf(REASON, at + 1)) {
            int end = at + REASON.length();
            boolean alone = Character.isWhitespace(said.charAt(at - 1))
                    && (end == said.length() || Character.isWhitespace(said.charAt(end)));
            if (alone) {
                return at;
            }
        }
        return said.length();
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
