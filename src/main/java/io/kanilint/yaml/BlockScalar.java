package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Literal ({@code |}) and folded ({@code >}) scalars: which lines are theirs, and where each character stands. */
final class BlockScalar {

    /** A content line: where its content starts and ends. */
    private record Line(int start, int end) {
        boolean isEmpty() {
            return start == end;
        }
    }

    private BlockScalar() {}

    /** Builds the scalar; its span is cut after the last line that is not blank, which SnakeYAML's mark runs past. */
    static YamlScalar of(Span span, String value, boolean folded) {
        var style = folded ? YamlScalar.Style.FOLDED : YamlScalar.Style.LITERAL;
        Source source = span.source();
        int header = span.startLine();
        int indent = indent(span, value, style);
        int last = header;
        for (int line = header + 1; line <= source.lineCount() && source.lineStart(line) < span.end(); line++) {
            String text = source.line(line);
            if (!text.isBlank()) {
                if (leadingBlanks(text) < indent) {
                    break;
                }
                last = line;
            }
        }
        int end = last == header ? source.lineEnd(header) : source.lineEnd(last);
        return new YamlScalar(new Span(source, span.start(), Math.max(span.start(), end)), value, style, indent);
    }

    private static int indent(Span span, String value, YamlScalar.Style style) {
        Source source = span.source();
        int header = span.startLine();
        boolean explicit = source.line(header)
                .substring(span.start() - source.lineStart(header))
                .matches("[|>][-+]?[1-9].*");
        for (int line = header + 1; line <= source.lineCount(); line++) {
            String text = source.line(line);
            if (!text.isBlank()) {
                int indent = leadingBlanks(text);
                while (explicit && indent > 0 && !fits(new YamlScalar(span, value, style, indent))) {
                    indent--;
                }
                return indent;
            }
        }
        return 0;
    }

    private static boolean fits(YamlScalar scalar) {
        return decode(scalar).startsWith(scalar.value());
    }

    private static int leadingBlanks(String line) {
        int count = 0;
        while (count < line.length() && line.charAt(count) == ' ') {
            count++;
        }
        return count;
    }

    static Decoded decode(YamlScalar scalar) {
        List<Line> lines = lines(scalar);
        String text = scalar.span().source().text();
        var decoded = new Decoded();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            decoded.addAll(text, line.start, line.end);
            if (scalar.style() == YamlScalar.Style.LITERAL || line.isEmpty()) {
                decoded.add('\n', line.end);
                continue;
            }
            int next = i + 1;
            while (next < lines.size() && lines.get(next).isEmpty()) {
                next++;
            }
            boolean folds = next < lines.size() && !indented(text, line) && !indented(text, lines.get(next));
            if (!folds) {
                decoded.add('\n', line.end);
            } else if (next == i + 1) {
                decoded.add(' ', line.end);
            }
        }
        return decoded;
    }

    private static boolean indented(String text, Line line) {
        return text.charAt(line.start) == ' ' || text.charAt(line.start) == '\t';
    }

    private static List<Line> lines(YamlScalar scalar) {
        Source source = scalar.span().source();
        var lines = new ArrayList<Line>();
        int blankTail = 0;
        for (int n = scalar.span().startLine() + 1; n <= source.lineCount(); n++) {
            String text = source.line(n);
            boolean inside = source.lineStart(n) < scalar.span().end();
            if ((!inside && !text.isBlank()) || blankTail > scalar.value().length()) {
                break;
            }
            blankTail = inside ? 0 : blankTail + 1;
            int skipped = Math.min(leadingBlanks(text), scalar.contentIndent());
            lines.add(new Line(source.lineStart(n) + skipped, source.lineEnd(n)));
        }
        return lines;
    }
}
