package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads one word: quotes, escapes, expansions, patterns. */
final class WordReader {

    /** Where a word stands decides what is special in it. */
    enum Mode {
        ARGUMENT,
        /** Behind the {@code =} of an assignment: neither braces nor file names are expanded. */
        VALUE,
        /** A pattern of {@code [[ a == … ]]}. */
        PATTERN,
        /** Behind {@code =~}: parentheses and bars belong to the word. */
        REGEX
    }

    private final Cursor in;
    private final QuoteReader quotes;
    private final ExpansionReader expansions;
    private final PatternReader patterns;
    private final BraceReader braces;

    WordReader(Cursor in) {
        this.in = in;
        this.expansions = new ExpansionReader(in, this);
        this.quotes = new QuoteReader(in, expansions);
        this.patterns = new PatternReader(in, this);
        this.braces = new BraceReader(in, this);
    }

    static boolean endsWord(char c) {
        return switch (c) {
            case ' ', '\t', '\n', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    boolean atWordEnd() {
        return in.atEnd() || (endsWord(in.peek()) && !atProcessSubstitution());
    }

    private boolean atProcessSubstitution() {
        return in.looksAt("<(") || in.looksAt(">(");
    }

    Word word() {
        return word(Mode.ARGUMENT);
    }

    /** Reads the word at the cursor; it must not be empty. */
    Word word(Mode mode) {
        int start = in.start();
        int index = in.at;
        var parts = new Parts();
        parts(parts, mode);
        if (in.at == index) {
            throw new ShellSyntaxException("a word is missing", index);
        }
        return new Word(parts.all(), start, in.end());
    }

    private void parts(Parts parts, Mode mode) {
        while (true) {
            if (mode == Mode.REGEX && in.peek() == '|') {
                parts.literal('|', false);
                in.skip(1);
            } else if (mode == Mode.REGEX && in.peek() == '(') {
                patterns.parentheses(parts);
            } else if (!patterns.extended(parts, mode)) {
                if (atWordEnd()) {
                    return;
                }
                part(parts, mode);
            }
        }
    }

    /** The value of an assignment, perhaps empty, perhaps an array. */
    Word value() {
        int start = in.end();
        var parts = new Parts();
        if (in.peek() == '(') {
            parts.add(new WordPart.ArrayValue(array()));
        }
        parts(parts, Mode.VALUE);
        return new Word(parts.all(), start, in.end());
    }

    /** An argument of {@code declare} that begins with an assignment's name, which ends before the index. */
    Word declaration(int nameEnd) {
        int start = in.start();
        var parts = new Parts();
        parts.literal(in.text.substring(in.index(), nameEnd), false);
        in.moveTo(nameEnd);
        parts.add(new WordPart.ArrayValue(array()));
        parts(parts, Mode.VALUE);
        return new Word(parts.all(), start, in.end());
    }

    private List<Word> array() {
        int start = in.index();
        in.skip(1);
        var elements = new ArrayList<Word>();
        for (in.skipBlanksAndLines(); in.peek() != ')'; in.skipBlanksAndLines()) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("an array is not closed", start);
            }
            elements.add(in.peek() == '[' ? element(new AssignmentAhead(in, this).afterElementName()) : word());
        }
        in.skip(1);
        return elements;
    }

    private Word element(int valueStart) {
        int start = in.start();
        var parts = new Parts();
        parts.literal(in.text.substring(in.index(), valueStart), false);
        in.moveTo(valueStart);
        parts(parts, Mode.VALUE);
        return new Word(parts.all(), start, in.end());
    }

    /** Reads the next quoted stretch, expansion, pattern or character. */
    void part(Parts parts, Mode mode) {
        char c = in.peek();
        if (quotes.read(parts)) {
            return;
        }
        if (c == '$' || c == '`') {
            expansions.expansion(parts, false);
        } else if ((c == '<' || c == '>') && atProcessSubstitution()) {
            expansions.process(parts);
        } else if (mode != Mode.VALUE && patterns.glob(parts, false)) {
            return;
        } else if (c == '{' && mode == Mode.ARGUMENT) {
            braces.read(parts);
        } else {
            parts.literal(c, false);
            in.skip(1);
        }
    }

    /** Reads a part of the argument in an unquoted <code>${…}</code>, or of a pattern in any. */
    void insideBraces(Parts parts) {
        if (quotes.read(parts)) {
            return;
        }
        if (in.peek() == '$' || in.peek() == '`') {
            expansions.expansion(parts, false);
        } else if (atProcessSubstitution()) {
            expansions.process(parts);
        } else if (!patterns.glob(parts, true)) {
            parts.literal(in.peek(), false);
            in.skip(1);
        }
    }

    void insideDoubleQuotes(Parts parts) {
        quotes.inside(parts, "$`\"\\");
    }

    void insideHereDocument(Parts parts) {
        quotes.inside(parts, "$`\\");
    }

    /**
     * Moves past the character that closes what is open; what is quoted or expanded in between closes nothing. Returns
     * the index of that character.
     */
    int close(char opening, char closing) {
        int start = in.index();
        int open = 1;
        while (open > 0) {
            if (in.atEnd()) {
                throw new ShellSyntaxException("a %s is not closed".formatted(opening), start);
            }
            open += in.peek() == opening ? 1 : in.peek() == closing ? -1 : 0;
            skipOne();
        }
        return in.at - 1;
    }

    /** Moves past one character, quoted stretch or expansion. */
    void skipOne() {
        if (quotes.read(new Parts())) {
            return;
        }
        if (in.peek() == '$' || in.peek() == '`') {
            expansions.expansion(new Parts(), false);
        } else {
            in.skip(1);
        }
    }
}
