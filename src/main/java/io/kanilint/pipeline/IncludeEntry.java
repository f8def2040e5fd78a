package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.Optional;

/**
 * One file named under {@code include}.
 *
 * @param span where it is named
 * @param rules when it is included, if that depends
 * @param inputs the values for its {@code spec:inputs}
 */
record IncludeEntry(Span span, Include include, Optional<YamlNode> rules, Optional<YamlMap> inputs) {

    IncludeEntry with(Include other) {
        return new IncludeEntry(span, other, rules, inputs);
    }
}
