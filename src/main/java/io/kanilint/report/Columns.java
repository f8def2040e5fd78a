package io.kanilint.report;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a text takes. */
final class Columns {
    private static final int TAB = 4;

    private Columns() {}

    /** A line as a terminal can show it: tabs as blanks, nothing that it would obey. */
    static String shown(String line) {
        if (line.indexOf('\t') < 0) {
            return Style.harmless(line);
        }
        var text = new StringBuilder();
        int column = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            int c = line.codePointAt(at);
            if (c == '\t') {
                text.repeat(" ", TAB - column % TAB);
                column += TAB - column % TAB;
            } else {
                text.appendCodePoint(c);
                column += width(c);
            }
        }
        return Style.harmless(text.toString());
    }

    /** The columns that a text takes which begins at some column; tabs reach to the next stop. */
    static int after(int column, String text) {
        int end = column;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            end += c == '\t' ? TAB - end % TAB : width(c);
        }
        return end;
    }

    static int of(String text) {
        return after(0, text);
    }

    private static int width(int c) {
        if (c < 0x300) {
            return 1;
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            // Joiners and the like; those that turn the direction are shown as a question mark.
            case Character.FORMAT -> Style.harmless(Character.toString(c)).equals("?") ? 1 : 0;
            default -> isWide(c) ? 2 : 1;
        };
    }

    private static boolean isIn(int c, int first, int last) {
        return c >= first && c <= last;
    }

    /** What Unicode's report 11 calls wide, as far as scripts, emoji and full-width forms go. */
    private static boolean isWide(int c) {
        if (isIn(c, 0xFF61, 0xFFDC)) {
            return false;
        }
        return Character.isEmojiPresentation(c)
                || isIn(c, 0x3000, 0x303E)
                || isIn(c, 0xFF01, 0xFF60)
                || isIn(c, 0xFFE0, 0xFFE6)
                || switch (UnicodeScript.of(c)) {
                    case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
                    default -> false;
                };
    }
}
