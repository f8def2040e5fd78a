package io.kanilint.shell;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The shell's patterns of text: {@code *}, {@code ?}, {@code […]}. */
final class TextPattern {
    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** The pattern, or empty if it cannot be read. */
    static Optional<TextPattern> of(String glob) {
        var regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            int close = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else if (close > 0) {
                String inside = glob.substring(i + 1, close)
                        .replace("\\", "\\\\")
                        .replace("[", "\\[")
                        .replace("&&", "&\\&");
                regex.append('[')
                        .append(inside.startsWith("!") ? "^" + inside.substring(1) : inside)
                        .append(']');
                i = close;
            } else if (c == '\\' && i + 1 < glob.length()) {
                regex.append(Pattern.quote(glob.substring(++i, i + 1)));
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        try {
            return Optional.of(new TextPattern(Pattern.compile(regex.toString(), Pattern.DOTALL)));
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** The text without the shortest or longest beginning that matches. */
    String withoutStart(String text, boolean longest) {
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest ? text.length() - i : i;
            if (matches(text.substring(0, cut))) {
                return text.substring(cut);
            }
        }
        return text;
    }

    /** The text without the shortest or longest end that matches. */
    String withoutEnd(String text, boolean longest) {
        for (int i = 0; i <= text.length(); i++) {
            int cut = longest ? i : text.length() - i;
            if (matches(text.substring(cut))) {
                return text.substring(0, cut);
            }
        }
        return text;
    }

    /** The text with the first or every match replaced; at each place the longest match counts. */
    String replace(String text, String replacement, boolean all) {
        var result = new StringBuilder();
        int at = 0;
        boolean done = false;
        while (at < text.length()) {
            int end = done ? at : longestMatch(text, at);
            if (end > at) {
                result.append(replacement);
                at = end;
                done = !all;
            } else {
                result.append(text.charAt(at++));
            }
        }
        return result.toString();
    }

    private int longestMatch(String text, int start) {
        for (int end = text.length(); end > start; end--) {
            if (matches(text.substring(start, end))) {
                return end;
            }
        }
        return start;
    }
}
