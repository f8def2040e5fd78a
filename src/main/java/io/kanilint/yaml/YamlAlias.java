package io.kanilint.yaml;

import io.kanilint.text.Span;

/**
 * {@code *name}: the node at the anchor {@code &name}.
 *
 * @param span where the alias is written
 * @param target the node at the anchor, with the place of its own
 */
public record YamlAlias(Span span, String name, YamlNode target) implements YamlNode {

    @Override
    public long expandedSize() {
        return target.expandedSize();
    }

    @Override
    public boolean isNull() {
        return target.isNull();
    }

    @Override
    public String kind() {
        return target.kind();
    }
}
