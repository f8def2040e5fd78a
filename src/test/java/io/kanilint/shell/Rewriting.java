package io.kanilint.shell;

import java.util.BitSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script with some stretches replaced by others of the same length, so that all that is left keeps its place. */
final class Rewriting {
    private final StringBuilder text;
    /** Where commands may have stood that are no longer there. */
    private final BitSet hidden = new BitSet();

    Rewriting(String script) {
        text = new StringBuilder(script);
    }

    String text() {
        return text.toString();
    }

    Command.Sequence tree() {
        return ShellParser.parse(text());
    }

    /** Puts text at an offset, over what is there. */
    void put(int start, String replacement) {
        text.replace(start, start + replacement.length(), replacement);
    }

    /** Leaves nothing but line breaks. */
    void blank(int start, int end) {
        put(start, text.substring(start, end).replaceAll("[^\n]", " "));
    }

    /** Replaces text, and any commands in it, by a plain word. */
    void hide(int start, int end) {
        put(start, "X".repeat(end - start));
        hidden.set(start, end + 1);
    }

    /** Blanks text, and any commands in it. */
    void erase(int start, int end) {
        blank(start, end);
        hidden.set(start, end + 1);
    }

    /** Puts a replacement, which may name groups, and blanks behind it, in the place of each match. */
    void replace(Pattern pattern, String replacement) {
        String padded = pattern.matcher(text()).replaceAll(match -> {
            String put = replacement;
            for (int group = 0; group <= match.groupCount(); group++) {
                put = put.replace("$" + group, match.group(group) == null ? "" : match.group(group));
            }
            return Matcher.quoteReplacement(put + " ".repeat(match.group().length() - put.length()));
        });
        put(0, padded);
    }

    /** Replaces each match by a plain word. */
    void hide(Pattern pattern) {
        for (MatchResult match : pattern.matcher(text()).results().toList()) {
            hide(match.start(), match.end());
        }
    }

    /** Whether the boundaries are the original ones but for those in hidden stretches. */
    boolean keeps(TreeSet<Boundary> original) {
        TreeSet<Boundary> now = Boundaries.of(tree());
        return Trees.isSound(tree())
                && original.containsAll(now)
                && original.stream()
                        .allMatch(boundary ->
                                now.contains(boundary) || hidden.nextClearBit(boundary.start()) >= boundary.end());
    }
}
