package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML into nodes with places, from SnakeYAML's events rather than its nodes: those lose where an alias stands.
 * Aliases are kept, not expanded, so that an alias bomb costs only the size of its file.
 */
public final class YamlReader {
    private final Source source;
    private final YamlLimits limits;
    private final SourceMarks marks;
    private final Iterator<Event> events;
    private final Map<String, YamlNode> anchors = new HashMap<>();

    private YamlReader(Source source, YamlLimits limits) {
        this.source = source;
        this.limits = limits;
        this.marks = new SourceMarks(source);
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.events =
                new Yaml(options).parse(new java.io.StringReader(source.text())).iterator();
    }

    /**
     * Reads a file.
     *
     * @throws YamlException if the text is not YAML or exceeds a limit
     */
    public static YamlFile read(Source source, YamlLimits limits) {
        if (source.text().length() > limits.characters()) {
            throw new YamlException(
                    new Span(source, 0, 0),
                    "The file is too large: %.1f MB, and at most %.1f MB are read."
                            .formatted(source.text().length() / 1048576.0, limits.characters() / 1048576.0));
        }
        var reader = new YamlReader(source, limits);
        try {
            return reader.file();
        } catch (MarkedYAMLException e) {
            throw new YamlException(reader.problemSpan(e), "This is not YAML: " + YamlProblems.describe(e) + ".");
        } catch (ReaderException e) {
            int offset = reader.marks.offset(e.getPosition());
            throw new YamlException(
                    new Span(source, offset, offset),
                    "This is not YAML: the character U+%04X is not allowed here.".formatted(e.getCodePoint()));
        }
    }

    private Span problemSpan(MarkedYAMLException e) {
        var mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        int offset = mark == null ? 0 : marks.offset(mark);
        return new Span(source, offset, offset);
    }

    private YamlFile file() {
        var documents = new ArrayList<YamlNode>();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                anchors.clear();
                documents.add(node(next(), 0));
            }
        }
        return new YamlFile(source, documents);
    }

    private Event next() {
        return Objects.requireNonNull(events.next());
    }

    private YamlNode node(Event event, int depth) {
        if (depth > limits.depth()) {
            throw new YamlException(
                    marks.span(event), "The file is nested more than %d levels deep.".formatted(limits.depth()));
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.remove(anchor);
        }
        YamlNode node = switch (event) {
            case ScalarEvent scalar -> marks.scalar(scalar);
            case SequenceStartEvent start -> list(start, depth);
            case MappingStartEvent start -> map(start, depth);
            default -> throw new IllegalStateException("unexpected " + event);
        };
        if (node.expandedSize() > limits.expandedNodes()) {
            throw new YamlException(
                    node.span(), "Aliases make this grow to more than %,d nodes.".formatted(limits.expandedNodes()));
        }
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private YamlNode alias(AliasEvent event) {
        YamlNode target = anchors.get(event.getAnchor());
        if (target == null) {
            throw new YamlException(
                    marks.span(event), "The alias *%s has no anchor &%1$s before it.".formatted(event.getAnchor()));
        }
        return new YamlAlias(marks.span(event), event.getAnchor(), target);
    }

    private YamlNode list(SequenceStartEvent start, int depth) {
        var items = new ArrayList<YamlNode>();
        long size = 1;
        Event event;
        for (event = next(); !(event instanceof SequenceEndEvent); event = next()) {
            YamlNode item = node(event, depth + 1);
            items.add(item);
            size += item.expandedSize();
        }
        Span span = span(start, event, start.isFlow(), items.isEmpty() ? null : items.getLast());
        if ("!reference".equals(start.getTag()) && items.stream().allMatch(YamlScalar.class::isInstance)) {
            return new YamlReference(
                    span, items.stream().map(YamlScalar.class::cast).toList());
        }
        return new YamlList(span, items, size);
    }

    private YamlNode map(MappingStartEvent start, int depth) {
        var entries = new ArrayList<YamlMap.Entry>();
        long size = 1;
        Event event;
        for (event = next(); !(event instanceof MappingEndEvent); event = next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = node(next(), depth + 1);
            entries.add(new YamlMap.Entry(key, value));
            size += key.expandedSize() + value.expandedSize();
        }
        return new YamlMap(span(start, event, start.isFlow(), lastOf(entries)), entries, size);
    }

    private static @Nullable YamlNode lastOf(List<YamlMap.Entry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        var last = entries.getLast();
        return last.value().span().start() >= last.key().span().end() ? last.value() : last.key();
    }

    /** A block collection ends with its last node: SnakeYAML's end mark runs on to the next token. */
    private Span span(Event start, Event end, boolean flow, @Nullable YamlNode last) {
        int from = marks.offset(start.getStartMark());
        if (flow || last == null) {
            return new Span(source, from, marks.offset(end.getEndMark()));
        }
        return new Span(source, from, Math.max(from, last.span().end()));
    }
}
