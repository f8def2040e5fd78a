package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.Parser;

/** Reads the suggestions out of a diff note's Markdown. */
final class SuggestionParser {

    static final Pattern INFO = Pattern.compile("suggestion(?::(?:-(?<above>\\d+))?(?:\\+(?<below>\\d+))?)?");
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

    private SuggestionParser() {}

    /** The suggestions of {@code body} against {@code text}, counted from line {@code target}. */
    static List<Suggestion> parse(String body, String text, int target, LongSupplier ids) {
        var found = new ArrayList<Suggestion>();
        Parser.builder().build().parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                var info = INFO.matcher(block.getInfo().strip());
                if (info.matches()) {
                    int above = number(info.group("above"));
                    int below = number(info.group("below"));
                    String from = from(text, target, above, below);
                    found.add(new Suggestion(ids.getAsLong(), above, below, from, to(block.getLiteral(), from), false));
                }
            }
        });
        return List.copyOf(found);
    }

    static String from(String text, int target, int above, int below) {
        var probe = new Suggestion(0, above, below, "", "", false);
        var lines = LineDiff.split(text);
        int first = probe.fromLine(target) - 1;
        return String.join(
                "", lines.subList(Math.min(first, lines.size()), Math.min(probe.toLine(target), lines.size())));
    }

    /** Blank text deletes; otherwise the last line takes over the line ending of the last replaced line. */
    private static String to(String literal, String from) {
        if (literal.isBlank()) {
            return "";
        }
        String text = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        var lines = LineDiff.split(from);
        var ending = LINE_BREAK.matcher(lines.isEmpty() ? "" : lines.getLast());
        return ending.find() ? text + ending.group() : text;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
