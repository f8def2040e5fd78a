package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Translates SnakeYAML's marks, which count code points, into offsets of a source. */
final class SourceMarks {
    private final Source source;
    private final int @Nullable [] offsetOfCodePoint;

    SourceMarks(Source source) {
        this.source = source;
        String text = source.text();
        int codePoints = text.codePointCount(0, text.length());
        this.offsetOfCodePoint = codePoints == text.length() ? null : offsets(text, codePoints);
    }

    private static int[] offsets(String text, int codePoints) {
        int[] offsets = new int[codePoints + 1];
        int offset = 0;
        for (int i = 0; i < codePoints; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[codePoints] = offset;
        return offsets;
    }

    int offset(Mark mark) {
        return offset(mark.getIndex());
    }

    int offset(int codePoint) {
        int[] offsets = offsetOfCodePoint;
        int length = offsets == null ? source.text().length() : offsets.length - 1;
        int index = Math.clamp(codePoint, 0, length);
        return offsets == null ? index : offsets[index];
    }

    Span span(Event event) {
        return new Span(source, offset(event.getStartMark()), offset(event.getEndMark()));
    }

    YamlScalar scalar(ScalarEvent event) {
        Span span = withoutProperties(span(event));
        return switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> new YamlScalar(span, event.getValue(), YamlScalar.Style.SINGLE_QUOTED, -1);
            case DOUBLE_QUOTED -> new YamlScalar(span, event.getValue(), YamlScalar.Style.DOUBLE_QUOTED, -1);
            case LITERAL, FOLDED ->
                BlockScalar.of(span, event.getValue(), event.getScalarStyle() == ScalarStyle.FOLDED);
            case PLAIN, JSON_SCALAR_STYLE -> new YamlScalar(span, event.getValue(), YamlScalar.Style.PLAIN, -1);
        };
    }

    /** SnakeYAML counts an anchor or a tag as part of the scalar; the text itself begins after them. */
    private Span withoutProperties(Span span) {
        String text = source.text();
        int start = span.start();
        while (start < span.end() && (text.charAt(start) == '&' || text.charAt(start) == '!')) {
            while (start < span.end() && !Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            start = skipBlanksAndComments(text, start, span.end());
        }
        return new Span(source, start, span.end());
    }

    private static int skipBlanksAndComments(String text, int start, int end) {
        int at = start;
        while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            if (text.charAt(at) == '#') {
                int lineEnd = text.indexOf('\n', at);
                at = lineEnd < 0 ? end : lineEnd;
            } else {
                at++;
            }
        }
        return at;
    }
}
