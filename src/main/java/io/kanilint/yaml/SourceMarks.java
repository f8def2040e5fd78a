package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Translates SnakeYAML's marks, which count code points, into offsets of a source. */
final class SourceMarks {
    private static final String BEHIND_ANCHORS = ":,[]{}/.*&";

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
        int end = offset(event.getEndMark());
        Span span = new Span(source, Math.min(start(event, event.getTag()), end), end);
        return switch (event.getScalarStyle()) {
            case SINGLE_QUOTED -> new YamlScalar(span, event.getValue(), YamlScalar.Style.SINGLE_QUOTED, -1);
            case DOUBLE_QUOTED -> new YamlScalar(span, event.getValue(), YamlScalar.Style.DOUBLE_QUOTED, -1);
            case LITERAL, FOLDED ->
                BlockScalar.of(span, event.getValue(), event.getScalarStyle() == ScalarStyle.FOLDED);
            case PLAIN, JSON_SCALAR_STYLE -> new YamlScalar(span, event.getValue(), YamlScalar.Style.PLAIN, -1);
        };
    }

    /** A value that is written as nothing stands right behind its key: SnakeYAML puts some at the next token. */
    YamlNode behind(YamlNode key, YamlNode value) {
        int end = key.span().end();
        return value instanceof YamlScalar scalar
                        && scalar.isPlain()
                        && scalar.value().isEmpty()
                        && skipBlanksAndComments(source.text(), end)
                                >= scalar.span().start()
                ? new YamlScalar(new Span(source, end, end), "", YamlScalar.Style.PLAIN, -1)
                : value;
    }

    /** Where a collection begins: at its bracket, its first dash or its first key. */
    int start(CollectionStartEvent event) {
        return start(event, event.getTag());
    }

    /** Where a collection with a tag begins if the tag counts. */
    int startOfTag(CollectionStartEvent event) {
        int start = offset(event.getStartMark());
        return source.text().charAt(start) == '&' ? behindProperties(start, 1) : start;
    }

    /** SnakeYAML counts an anchor and a tag as part of the node; the node itself begins after them. */
    private int start(NodeEvent event, @Nullable String tag) {
        return behindProperties(
                offset(event.getStartMark()), (event.getAnchor() == null ? 0 : 1) + (tag == null ? 0 : 1));
    }

    private int behindProperties(int from, int properties) {
        String text = source.text();
        int start = from;
        for (int i = 0; i < properties; i++) {
            String enders = text.charAt(start) == '&' ? BEHIND_ANCHORS : "";
            int end = start + 1;
            while (end < text.length() && !endsProperty(text.charAt(end), enders)) {
                end++;
            }
            start = skipBlanksAndComments(text, end);
        }
        return start;
    }

    private static boolean endsProperty(char c, String enders) {
        return LineBreaks.isBlank(c) || LineBreaks.isBreak(c) || enders.indexOf(c) >= 0;
    }

    private static int skipBlanksAndComments(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                at = LineBreaks.next(text, at);
            } else if (LineBreaks.isBlank(c) || LineBreaks.isBreak(c)) {
                at++;
            } else {
                break;
            }
        }
        return at;
    }
}
