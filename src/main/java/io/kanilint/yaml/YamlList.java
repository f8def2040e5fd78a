package io.kanilint.yaml;

import io.kanilint.text.Span;
import java.util.List;

/** A sequence, in block or flow style. */
public record YamlList(Span span, List<YamlNode> items, long expandedSize) implements YamlNode {

    public YamlList {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
