package io.kanilint.yaml;

import io.kanilint.text.Source;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks around the place at which a parser stopped for the mistake that made it stop. */
final class Surroundings {
    private static final Pattern CONFLICT = Pattern.compile("^<{7} ", Pattern.MULTILINE);
    private static final Pattern COLON_WITHOUT_BLANK = Pattern.compile("^\\s*(?:- +)*[\\w.-]+(:)[^\\s:/]");
    private static final Pattern COLON = Pattern.compile(":(?=\\s|$)");
    private static final Pattern BLOCK_HEADER = Pattern.compile(".*[|>][-+0-9]*\\s*(#.*)?");
    private static final String QUOTES = "put the text in quotes";

    private final Source source;

    Surroundings(Source source) {
        this.source = source;
    }

    /** The mark that git leaves where it could not merge. */
    Optional<Clue> conflict() {
        Matcher conflict = CONFLICT.matcher(source.text());
        return conflict.find()
                ? Optional.of(new Clue(conflict.start(), "a merge conflict is left in the file"))
                : Optional.empty();
    }

    /** A backslash at most two characters before a place. */
    Optional<Clue> escape(int offset) {
        String text = source.text();
        int backslash = text.lastIndexOf('\\', Math.min(offset, text.length() - 1));
        if (backslash < 0 || offset - backslash > 2) {
            return Optional.empty();
        }
        String escape =
                text.substring(backslash, text.offsetByCodePoints(backslash, backslash + 1 < text.length() ? 2 : 1));
        String wrong = "xuU".indexOf(escape.charAt(escape.length() - 1)) >= 0
                ? "'%s' is not followed by the number of a character".formatted(escape)
                : "'%s' means nothing in double quotes".formatted(escape);
        return Optional.of(new Clue(backslash, wrong + "; write two backslashes, or use single quotes"));
    }

    /** Text behind a closing quote or bracket on the same line. */
    Optional<Clue> textAfterEnd(int offset) {
        String before = before(offset).stripTrailing();
        char end = before.isEmpty() ? ' ' : before.charAt(before.length() - 1);
        return switch (end) {
            case '"', '\'' ->
                Optional.of(new Clue(
                        offset, "text after a closing quote; put all of it in one pair of quotes, of the other kind"));
            case ']', '}' ->
                Optional.of(new Clue(
                        offset,
                        "text after a closing bracket; a text that begins with a bracket must stand in quotes"));
            default -> Optional.empty();
        };
    }

    Optional<Clue> mustBeQuoted(int offset) {
        String text = source.text();
        if (offset >= text.length()) {
            return Optional.empty();
        }
        String first = Character.toString(text.codePointAt(offset));
        return Optional.of(new Clue(offset, "a text cannot begin with '%s'; %s".formatted(first, QUOTES)));
    }

    int startOfDirective(int offset) {
        int line = source.lineOf(offset);
        while (line > 1 && !source.line(line).startsWith("%")) {
            line--;
        }
        return source.line(line).startsWith("%") ? source.lineStart(line) : offset;
    }

    /** A colon that makes a key where none can be: the second of its line, or the line above is unfinished. */
    Clue surplusColon(int offset) {
        int line = source.lineOf(offset);
        int above = lineAbove(line);
        if (COLON.matcher(before(offset)).find() || above == 0) {
            return new Clue(offset, "a second ': ' on this line; " + QUOTES);
        }
        String text = source.line(above);
        int firstOfLine = source.lineStart(line) + indent(source.line(line));
        Matcher tight = COLON_WITHOUT_BLANK.matcher(text);
        if (tight.find()) {
            return new Clue(source.lineStart(above) + tight.start(1), "a blank is missing after this colon");
        }
        boolean item = text.stripLeading().startsWith("- ");
        if (!item && !COLON.matcher(text).find()) {
            return new Clue(source.lineStart(above) + indent(text), "a colon is missing after this key");
        }
        return new Clue(
                firstOfLine,
                "this line is indented deeper than the one above, which already has a value; check the indentation");
    }

    /** A line that should have been a key. */
    Clue keyWithoutColon(int offset) {
        int line = source.lineOf(offset);
        Matcher tight = COLON_WITHOUT_BLANK.matcher(source.line(line));
        if (tight.find()) {
            return new Clue(source.lineStart(line) + tight.start(1), "a blank is missing after this colon");
        }
        int above = lineAbove(line);
        if (above > 0 && BLOCK_HEADER.matcher(source.line(above)).matches()) {
            return new Clue(offset, "the text below '|' or '>' must be indented deeper than its key");
        }
        if (above > 0 && source.line(above).stripLeading().startsWith("- ") && sameIndent(above, line)) {
            return new Clue(offset, "to go on with the entry above, this line must be indented deeper than its dash");
        }
        return new Clue(offset, "a colon is missing after this key, or the indentation does not fit the lines above");
    }

    /** A comment inside a text of several lines ends that text. */
    Optional<Clue> textAfterComment(int offset) {
        int line = source.lineOf(offset);
        int above = line - 1;
        boolean comment = above > 0
                && (source.line(above).contains(" #")
                        || source.line(above).stripLeading().startsWith("#"));
        return comment && before(offset).isBlank()
                ? Optional.of(new Clue(
                        source.lineStart(above) + source.line(above).indexOf('#'),
                        "this comment ends the text that it stands in, and the next line belongs to nothing"))
                : Optional.empty();
    }

    private boolean sameIndent(int line, int other) {
        return indent(source.line(line)) == indent(source.line(other));
    }

    /** Whether more than indentation and dashes stand before a place on its line. */
    boolean followsText(int offset) {
        String text = source.text();
        for (int at = offset - 1; at >= 0 && !LineBreaks.isBreak(text.charAt(at)); at--) {
            if ("-?: \t".indexOf(text.charAt(at)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** The nearest line above that says something; 0 if there is none. */
    private int lineAbove(int line) {
        int above = line - 1;
        while (above > 0
                && (source.line(above).isBlank()
                        || source.line(above).stripLeading().startsWith("#"))) {
            above--;
        }
        return above;
    }

    private String before(int offset) {
        return source.text().substring(source.lineStart(source.lineOf(offset)), offset);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
