package io.kanilint.shell;

import io.kanilint.shell.WordReader.Mode;

/** Reads patterns: of file names, and of {@code [[ … ]]}. */
final class PatternReader {
    private final Cursor in;
    private final WordReader words;
    /** Up to this index no bracket is closed. */
    private int unclosedBefore;

    PatternReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    /** {@code *}, {@code ?} or {@code […]}. */
    boolean glob(Parts parts, boolean insideBraces) {
        char c = in.peek();
        if (c == '*' || c == '?') {
            parts.add(new WordPart.Glob(String.valueOf(c)));
            in.skip(1);
            return true;
        }
        return c == '[' && bracket(parts, insideBraces);
    }

    private boolean bracket(Parts parts, boolean insideBraces) {
        int start = in.index();
        if (start < unclosedBefore) {
            return false;
        }
        int index = start + 1;
        index += in.charAt(index) == '!' || in.charAt(index) == '^' ? 1 : 0;
        index += in.charAt(index) == ']' ? 1 : 0;
        while (index < in.limit && in.text.charAt(index) != ']') {
            char c = in.text.charAt(index);
            if (insideBraces ? c == '}' : WordReader.endsWord(c)) {
                break;
            }
            if ((c == '{' && !insideBraces) || c == '\\' || c == '\'' || c == '"' || c == '$' || c == '`') {
                parts.add(new WordPart.Glob("["));
                in.skip(1);
                return true;
            }
            index += c == '[' ? classLength(index) : 1;
        }
        if (in.charAt(index) != ']') {
            unclosedBefore = index;
            return false;
        }
        parts.add(new WordPart.Glob(in.text.substring(start, index + 1)));
        in.moveTo(index + 1);
        return true;
    }

    /** The length of a class such as {@code [:alpha:]}, or 1. */
    private int classLength(int index) {
        if (in.charAt(index + 1) != ':') {
            return 1;
        }
        int end = index + 2;
        while (Character.isLetter(in.charAt(end))) {
            end++;
        }
        return in.charAt(end) == ':' && in.charAt(end + 1) == ']' ? end + 2 - index : 1;
    }

    boolean startsExtended(Mode mode) {
        boolean enabled = mode == Mode.PATTERN || in.extendedGlobs;
        return enabled && in.peek(1) == '(' && "?*+@!".indexOf(in.peek()) >= 0;
    }

    /** {@code @(a|b)} and the like, where they are patterns. */
    boolean extended(Parts parts, Mode mode) {
        if (!startsExtended(mode)) {
            return false;
        }
        int start = in.index();
        in.skip(2);
        words.close('(', ')');
        parts.add(new WordPart.Glob(in.text.substring(start, in.at)));
        return true;
    }

    /** A group of a regular expression. */
    void parentheses(Parts parts) {
        int start = in.index();
        in.skip(1);
        words.close('(', ')');
        parts.add(new WordPart.Glob(in.text.substring(start, in.at)));
    }
}
