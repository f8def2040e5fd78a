package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;

/**
 * An input that a file declares in its {@code spec} header.
 *
 * @param declared its mapping with {@code default}, {@code type}, {@code options} and more, if it has one
 */
record SpecInput(Span span, Optional<YamlMap> declared) {

    static SpecInput of(YamlMap.Entry entry) {
        return new SpecInput(
                entry.key().span(),
                entry.value().target() instanceof YamlMap map ? Optional.of(map) : Optional.empty());
    }

    /** The text under a key, if there is one. */
    Optional<String> text(String key) {
        return get(key).filter(node -> node instanceof YamlScalar && !node.isNull())
                .map(node -> ((YamlScalar) node).value());
    }

    Optional<YamlNode> get(String key) {
        return declared.flatMap(map -> map.get(key)).map(YamlNode::target);
    }
}
