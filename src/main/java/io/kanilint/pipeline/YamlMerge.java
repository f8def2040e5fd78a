package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** GitLab's deep merge: mappings are merged key by key, everything else is replaced. */
final class YamlMerge {
    private final Budget budget;

    YamlMerge(Budget budget) {
        this.budget = budget;
    }

    /** What {@code over} makes of {@code base}. */
    YamlNode merge(YamlNode base, YamlNode over) {
        return base.target() instanceof YamlMap under && over.target() instanceof YamlMap upper
                ? maps(under, upper)
                : over;
    }

    private YamlMap maps(YamlMap base, YamlMap over) {
        Map<String, YamlMap.Entry> lower = base.effective();
        Map<String, YamlMap.Entry> upper = over.effective();
        if (base == over || !budget.spend(lower.size() + upper.size(), over.span())) {
            return over;
        }
        var merged = new LinkedHashMap<>(lower);
        upper.forEach((name, entry) ->
                merged.merge(name, entry, (old, own) -> new YamlMap.Entry(own.key(), merge(old.value(), own.value()))));
        long size = 1;
        for (YamlMap.Entry entry : merged.values()) {
            size += entry.key().expandedSize() + entry.value().expandedSize();
        }
        return new YamlMap(over.span(), List.copyOf(merged.values()), size);
    }
}
