package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The top-level names of all files together: of each the entries that define it, and what they are after merging. */
final class Definitions {
    private final Map<String, List<YamlMap.Entry>> entries = new LinkedHashMap<>();
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final YamlMap ownFile;

    /**
     * Merges files.
     *
     * @param files in the order in which GitLab merges them, the CI file last
     */
    Definitions(List<YamlMap> files, YamlMerge merge) {
        ownFile = files.getLast();
        for (YamlMap file : files) {
            file.effective().forEach((name, entry) -> {
                if (!name.equals("include")) {
                    List<YamlMap.Entry> known = entries.computeIfAbsent(name, _ -> new ArrayList<>());
                    known.removeIf(entry::equals);
                    known.add(entry);
                    values.merge(name, entry.value(), merge::merge);
                }
            });
        }
    }

    /** Whether a name is defined by the CI file itself, which nothing overrides. */
    boolean isOwn(String name) {
        return ownFile.effective().containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    Optional<YamlNode> value(String name) {
        return Optional.ofNullable(values.get(name)).map(YamlNode::target);
    }

    /** The entries that make up a name, the one of the file that counts most last. */
    List<YamlMap.Entry> entries(String name) {
        return List.copyOf(entries.getOrDefault(name, List.of()));
    }
}
