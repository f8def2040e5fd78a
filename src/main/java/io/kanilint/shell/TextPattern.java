package io.kanilint.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shell's patterns of text: {@code *}, {@code ?}, {@code […]}. A text is gone through once with all places of the
 * pattern that it may have come to, so that no pattern can make the work explode, as it can with regular expressions.
 */
public final class TextPattern {
    /** In steps: replacing tries the pattern at every character of a text. */
    private static final long MOST_WORK = 4_000_000;

    private final List<PatternPart> parts;

    private TextPattern(List<PatternPart> parts) {
        this.parts = parts;
    }

    /** The pattern, or empty if it holds something that is not understood. */
    public static Optional<TextPattern> of(String glob) {
        return PatternPart.parse(glob).map(TextPattern::new);
    }

    public boolean matches(String text) {
        return ends(text, 0)[text.length()];
    }

    /** The text without the shortest or longest beginning that matches. */
    String withoutStart(String text, boolean longest) {
        boolean[] ends = ends(text, 0);
        return text.substring(Math.max(0, longest ? last(ends) : first(ends)));
    }

    /** The text without the shortest or longest end that matches. */
    String withoutEnd(String text, boolean longest) {
        var backwards = new TextPattern(parts.reversed());
        boolean[] ends = backwards.ends(new StringBuilder(text).reverse().toString(), 0);
        return text.substring(0, text.length() - Math.max(0, longest ? last(ends) : first(ends)));
    }

    /** The text with the first or every match replaced; at each place the longest counts. Empty if that is much work. */
    Optional<String> replace(String text, String replacement, boolean all) {
        if ((long) text.length() * text.length() * parts.size() > MOST_WORK) {
            return Optional.empty();
        }
        if (text.isEmpty()) {
            return Optional.of(!parts.isEmpty() && matches(text) ? replacement : text);
        }
        var result = new StringBuilder();
        int at = 0;
        boolean done = false;
        while (at < text.length()) {
            int length = done ? 0 : last(ends(text, at));
            if (length > 0) {
                result.append(replacement);
                at += length;
                done = !all;
            } else {
                result.append(text.charAt(at++));
            }
        }
        return Optional.of(result.toString());
    }

    private static int first(boolean[] ends) {
        int first = 0;
        while (first < ends.length && !ends[first]) {
            first++;
        }
        return first < ends.length ? first : -1;
    }

    private static int last(boolean[] ends) {
        int last = ends.length - 1;
        while (last >= 0 && !ends[last]) {
            last--;
        }
        return last;
    }

    /** For each length, whether so many characters from a place on match. */
    private boolean[] ends(String text, int from) {
        var ends = new boolean[text.length() - from + 1];
        var reached = new boolean[parts.size() + 1];
        reached[0] = true;
        passStars(reached);
        for (int at = from; ; at++) {
            ends[at - from] = reached[parts.size()];
            if (at == text.length() || none(reached)) {
                return ends;
            }
            reached = step(reached, text.charAt(at));
        }
    }

    private boolean[] step(boolean[] reached, char c) {
        var next = new boolean[reached.length];
        for (int i = 0; i < parts.size(); i++) {
            PatternPart part = parts.get(i);
            if (reached[i] && part.takes(c)) {
                next[part instanceof PatternPart.Star ? i : i + 1] = true;
            }
        }
        passStars(next);
        return next;
    }

    /** A star may also stand for nothing. */
    private void passStars(boolean[] reached) {
        for (int i = 0; i < parts.size(); i++) {
            reached[i + 1] |= reached[i] && parts.get(i) instanceof PatternPart.Star;
        }
    }

    private static boolean none(boolean[] reached) {
        return Arrays.equals(reached, new boolean[reached.length]);
    }
}
