package io.kanilint.yaml;

import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping as written: entries in order, merge keys ({@code <<}) and duplicate keys kept. */
public final class YamlMap implements YamlNode {

    /** A key and its value as written. */
    public record Entry(YamlNode key, YamlNode value) {

        /** The key's text; empty for a key that is not a scalar. */
        public Optional<String> name() {
            return key.target() instanceof YamlScalar scalar ? Optional.of(scalar.value()) : Optional.empty();
        }

        boolean isMerge() {
            return key instanceof YamlScalar scalar
                    && scalar.isPlain()
                    && scalar.value().equals("<<");
        }
    }

    private final Span span;
    private final List<Entry> entries;
    private final long expandedSize;
    private @Nullable Map<String, Entry> effective;

    public YamlMap(Span span, List<Entry> entries, long expandedSize) {
        this.span = span;
        this.entries = List.copyOf(entries);
        this.expandedSize = expandedSize;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public long expandedSize() {
        return expandedSize;
    }

    /** The entries as written. */
    public List<Entry> entries() {
        return entries;
    }

    /** The value that counts for a key; an alias is left in place. */
    public Optional<YamlNode> get(String key) {
        return Optional.ofNullable(effective().get(key)).map(Entry::value);
    }

    /**
     * The entries that count, by key, in the order in which their keys first appear: of several with one key the last
     * written here (as in the parser that GitLab uses), and merged ones only where none is written here.
     */
    public Map<String, Entry> effective() {
        Map<String, Entry> known = effective;
        if (known == null) {
            known = Collections.unmodifiableMap(merge());
            effective = known;
        }
        return known;
    }

    private Map<String, Entry> merge() {
        var merged = new LinkedHashMap<String, Entry>();
        for (Entry entry : entries) {
            if (!entry.isMerge()) {
                entry.name().ifPresent(name -> merged.put(name, entry));
            }
        }
        for (Entry entry : entries) {
            if (entry.isMerge()) {
                mapsIn(entry.value()).forEach(map -> map.effective().forEach(merged::putIfAbsent));
            }
        }
        return merged;
    }

    private static List<YamlMap> mapsIn(YamlNode value) {
        var maps = new ArrayList<YamlMap>();
        switch (value.target()) {
            case YamlMap map -> maps.add(map);
            case YamlList list -> list.items().forEach(item -> maps.addAll(mapsIn(item)));
            case YamlScalar _, YamlReference _, YamlAlias _ -> {}
        }
        return maps;
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
