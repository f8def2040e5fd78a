package io.kanilint.yaml;

import io.kanilint.text.Span;

/** Literal ({@code |}) and folded ({@code >}) scalars: which lines are theirs, and where each character stands. */
final class BlockScalar {
    private final String text;
    private final int indent;
    private final boolean folded;
    private final Decoded decoded;
    private int at;
    private int contentEnd;

    private BlockScalar(Span span, String value, int indent, boolean folded) {
        this.text = span.source().text();
        this.decoded = new Decoded(value.length());
        this.indent = indent;
        this.folded = folded;
        this.contentEnd = LineBreaks.next(text, span.start());
        this.at = contentEnd + LineBreaks.length(text, contentEnd);
    }

    /** Builds the scalar; its span is cut after the last line that is not blank, which SnakeYAML's mark runs past. */
    static YamlScalar of(Span span, String value, boolean folded) {
        int indent = indent(span, value);
        var block = new BlockScalar(span, value, indent, folded);
        if (!value.isEmpty()) {
            block.read();
        }
        var style = folded ? YamlScalar.Style.FOLDED : YamlScalar.Style.LITERAL;
        return new YamlScalar(new Span(span.source(), span.start(), block.contentEnd), value, style, indent);
    }

    static Decoded decode(YamlScalar scalar) {
        var block = new BlockScalar(
                scalar.span(), scalar.value(), scalar.contentIndent(), scalar.style() == YamlScalar.Style.FOLDED);
        block.read();
        return block.decoded;
    }

    /** How many blanks the first line with content has more than its value: this holds whatever the header says. */
    private static int indent(Span span, String value) {
        String text = span.source().text();
        int header = LineBreaks.next(text, span.start());
        int at = header + LineBreaks.length(text, header);
        int first = 0;
        while (first < value.length() && LineBreaks.isBreak(value.charAt(first))) {
            int lineEnd = LineBreaks.next(text, at);
            at = lineEnd + LineBreaks.length(text, lineEnd);
            first++;
        }
        boolean onlyBreaks = first == value.length();
        return onlyBreaks ? Integer.MAX_VALUE : blanks(text, at) - blanks(value, first);
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at - from;
    }

    private void read() {
        boolean more = breaks();
        while (more) {
            boolean indented = LineBreaks.isBlank(text.charAt(at));
            int lineEnd = LineBreaks.next(text, at);
            decoded.addAll(text, at, lineEnd);
            if (!text.substring(at, lineEnd).isBlank()) {
                contentEnd = lineEnd;
            }
            at = lineEnd;
            more = lineBreak(indented);
        }
    }

    /** The break after a content line, which a fold makes a blank, or nothing where empty lines follow. */
    private boolean lineBreak(boolean indented) {
        int start = at;
        int length = LineBreaks.length(text, at);
        if (length == 0) {
            return false;
        }
        char value = LineBreaks.value(text, at);
        at += length;
        int after = at;
        boolean more = moreContent();
        boolean folds = folded && value == '\n' && more && !indented && !LineBreaks.isBlank(text.charAt(at));
        if (!folds) {
            decoded.add(value, start, after);
        } else if (LineBreaks.length(text, firstContent(after)) == 0) {
            decoded.add(' ', start, after);
        }
        at = after;
        return breaks();
    }

    private boolean moreContent() {
        while (true) {
            at = firstContent(at);
            int length = LineBreaks.length(text, at);
            if (length == 0) {
                return isContent();
            }
            at += length;
        }
    }

    /** Empty lines; whether content follows them. */
    private boolean breaks() {
        while (true) {
            int content = firstContent(at);
            int length = LineBreaks.length(text, content);
            at = content;
            if (length == 0) {
                return isContent();
            }
            at = content + length;
            decoded.add(LineBreaks.value(text, content), content, at);
        }
    }

    /** Past the indentation of a line. */
    private int firstContent(int lineStart) {
        int skipped = lineStart;
        while (skipped < text.length() && skipped - lineStart < indent && text.charAt(skipped) == ' ') {
            skipped++;
        }
        return skipped;
    }

    private boolean isContent() {
        int start = at;
        while (start > 0 && !LineBreaks.isBreak(text.charAt(start - 1))) {
            start--;
        }
        return at < text.length() && at - start == indent;
    }
}
