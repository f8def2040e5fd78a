package io.kanilint.yaml;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/**
 * Reads YAML into nodes with places, from SnakeYAML's events rather than its nodes: those lose where an alias stands.
 * Aliases are kept, not expanded, so that an alias bomb costs only the size of its file.
 */
public final class YamlReader {
    /** A tag's prefix is copied for every tag: a long one would make a small file large. */
    private static final int LONGEST_TAG_PREFIX = 256;

    /** How many characters may be read again, for tabs, before a file is refused. */
    private static final long MOST_READ_AGAIN = 8L * 1024 * 1024;

    private static final String REFERENCE = "!reference";

    private final Source source;
    private final YamlLimits limits;
    private final SourceMarks marks;
    private final YamlEvents events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private long nodes;

    private YamlReader(Source source, YamlLimits limits, BitSet blankTabs) {
        this.source = source;
        this.limits = limits;
        this.marks = new SourceMarks(source);
        this.events = new YamlEvents(source, marks, blankTabs);
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
                    "The file is too large to be read: it has more than %.1f MB."
                            .formatted(limits.characters() / 1048576.0));
        }
        var blankTabs = new BitSet();
        while (true) {
            try {
                return new YamlReader(source, limits, blankTabs).file();
            } catch (SeparatingTab tab) {
                blankTabs.set(tab.index());
                if (blankTabs.cardinality() * (long) source.text().length() > MOST_READ_AGAIN) {
                    throw new YamlException(
                            new Span(source, 0, 0), "There are many tabs between words; write blanks instead.");
                }
            }
        }
    }

    private YamlFile file() {
        var documents = new ArrayList<YamlNode>();
        for (Event event = events.next(); !(event instanceof StreamEndEvent); event = events.next()) {
            if (event instanceof DocumentStartEvent start) {
                checkTags(start);
                anchors.clear();
                documents.add(node(events.next(), 0));
            }
        }
        return new YamlFile(source, documents);
    }

    private void checkTags(DocumentStartEvent start) {
        Map<String, String> tags = start.getTags();
        if (tags != null && tags.values().stream().anyMatch(prefix -> prefix.length() > LONGEST_TAG_PREFIX)) {
            throw new YamlException(
                    marks.span(start), "A %%TAG line is longer than %d characters.".formatted(LONGEST_TAG_PREFIX));
        }
    }

    private YamlNode node(Event event, int depth) {
        nodes++;
        if (nodes > limits.expandedNodes()) {
            throw new YamlException(
                    marks.span(event),
                    "The file holds more than %,d keys and values. Divide it into files that it includes."
                            .formatted(limits.expandedNodes()));
        }
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
            case ScalarEvent scalar when REFERENCE.equals(scalar.getTag()) -> throw noReference(marks.span(scalar));
            case MappingStartEvent map when REFERENCE.equals(map.getTag()) -> throw noReference(marks.span(map));
            case ScalarEvent scalar -> marks.scalar(scalar);
            case SequenceStartEvent start -> list(start, depth);
            case MappingStartEvent start -> map(start, depth);
            default -> throw new IllegalStateException("unexpected " + event);
        };
        if (node.expandedSize() > limits.expandedNodes()) {
            throw new YamlException(
                    node.span(),
                    "Aliases make this grow to more than %,d keys and values. Let it use fewer of them."
                            .formatted(limits.expandedNodes()));
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
                    marks.span(event),
                    "The alias *%s has no anchor &%1$s before it. A text that begins with '*' must stand in quotes."
                            .formatted(event.getAnchor()));
        }
        return new YamlAlias(marks.span(event), event.getAnchor(), target);
    }

    private static YamlException noReference(Span span) {
        return new YamlException(
                span,
                "'!reference' takes a list of names: '!reference [.job, script]' stands for the script of '.job'.");
    }

    private YamlNode list(SequenceStartEvent start, int depth) {
        var items = new ArrayList<YamlNode>();
        long size = 1;
        Event event;
        for (event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            YamlNode item = node(event, depth + 1);
            items.add(item);
            size += item.expandedSize();
        }
        Span span = span(start, event, items.isEmpty() ? null : items.getLast());
        if (REFERENCE.equals(start.getTag())) {
            Span tagged = new Span(source, marks.startOfTag(start), span.end());
            boolean names = items.stream().allMatch(item -> item.target() instanceof YamlScalar);
            if (!names) {
                throw noReference(tagged);
            }
            return new YamlReference(
                    tagged,
                    items.stream().map(item -> (YamlScalar) item.target()).toList());
        }
        return new YamlList(span, items, size);
    }

    private YamlNode map(MappingStartEvent start, int depth) {
        var entries = new ArrayList<YamlMap.Entry>();
        long size = 1;
        Event event;
        for (event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            YamlNode key = node(event, depth + 1);
            YamlNode value = marks.behind(key, node(events.next(), depth + 1));
            entries.add(new YamlMap.Entry(key, value));
            size += key.expandedSize() + value.expandedSize();
        }
        YamlNode last = entries.isEmpty() ? null : entries.getLast().value();
        return new YamlMap(span(start, event, last), entries, size);
    }

    /**
     * A collection ends with its bracket. Without brackets it ends with its last node: SnakeYAML's end mark runs on to
     * the next token.
     */
    private Span span(CollectionStartEvent start, Event end, @Nullable YamlNode last) {
        int from = marks.start(start);
        boolean brackets = start.isFlow() && "[{".indexOf(source.text().charAt(from)) >= 0;
        if (brackets || last == null) {
            return new Span(source, from, marks.offset(end.getEndMark()));
        }
        return new Span(source, from, Math.max(from, last.span().end()));
    }
}
