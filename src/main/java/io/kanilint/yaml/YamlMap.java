package io.kanilint.yaml;

import io.kanilint.text.Span;
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

        /** The mappings that this merges into the one it stands in, those that count least first; empty for a plain key. */
        private List<YamlMap> merged() {
            if (!(key instanceof YamlScalar scalar) || !scalar.value().equals("<<")) {
                return List.of();
            }
            return switch (value) {
                case YamlMap map -> List.of(map);
                case YamlAlias alias when alias.target() instanceof YamlMap map -> List.of(map);
                case YamlList list
                when list.items().stream().allMatch(item -> item.target() instanceof YamlMap) ->
                    list.items().reversed().stream()
                            .map(item -> (YamlMap) item.target())
                            .toList();
                case YamlAlias _, YamlList _, YamlScalar _, YamlReference _ -> List.of();
            };
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
     * The entries that count, by key, in the order in which their keys first appear. As in the parser that GitLab uses
     * (Psych), whatever stands further down replaces what stands above, merged entries included: a merge key below a key
     * takes its value away.
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
        var counting = new LinkedHashMap<String, Entry>();
        for (Entry entry : entries) {
            List<YamlMap> merged = entry.merged();
            merged.forEach(map -> counting.putAll(map.effective()));
            if (merged.isEmpty()) {
                entry.name().ifPresent(name -> counting.put(name, entry));
            }
        }
        return counting;
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
