package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What jobs get from {@code default}, or from the deprecated global keywords. Never merged with what a job has itself. */
final class Defaults {
    private final Map<String, YamlNode> values = new LinkedHashMap<>();
    private final IdentityHashMap<YamlList, Set<String>> lists = new IdentityHashMap<>();

    Defaults(Extends configuration) {
        Optional<YamlNode> section = configuration.value("default");
        for (String keyword : Keywords.DEFAULT) {
            Optional<YamlNode> value =
                    section.filter(YamlMap.class::isInstance).flatMap(map -> ((YamlMap) map).get(keyword));
            if (value.isEmpty() && Keywords.DEPRECATED_GLOBAL.contains(keyword)) {
                value = configuration.value(keyword);
            }
            value.filter(node -> !node.isNull()).ifPresent(node -> values.put(keyword, node));
        }
    }

    /** Adds what a job does not have itself and wants to inherit. */
    void addTo(Map<String, YamlNode> keywords) {
        Predicate<String> inherited = inherited(keywords, "default");
        values.forEach((keyword, value) -> {
            if (inherited.test(keyword)) {
                keywords.putIfAbsent(keyword, value);
            }
        });
    }

    /** Which names a job inherits by {@code inherit:default} or {@code inherit:variables}; without a word, all. */
    Predicate<String> inherited(Map<String, YamlNode> keywords, String what) {
        YamlNode inherit = keywords.get("inherit");
        Optional<YamlNode> said = inherit != null && inherit.target() instanceof YamlMap map
                ? map.get(what).map(YamlNode::target)
                : Optional.empty();
        return switch (said.orElse(null)) {
            case YamlScalar scalar -> _ -> !Scalars.isFalse(scalar);
            case YamlList list -> lists.computeIfAbsent(list, Defaults::texts)::contains;
            case null, default -> _ -> true;
        };
    }

    private static Set<String> texts(YamlList list) {
        return list.items().stream()
                .map(YamlNode::target)
                .filter(YamlScalar.class::isInstance)
                .map(item -> ((YamlScalar) item).value())
                .collect(Collectors.toUnmodifiableSet());
    }
}
