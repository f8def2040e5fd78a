package io.kanilint.yaml;

import io.kanilint.text.Span;

/** A node of a YAML document, with the stretch of the file it was written at. */
public sealed interface YamlNode permits YamlMap, YamlList, YamlScalar, YamlAlias, YamlReference {

    Span span();

    /** The number of nodes below and including this one once every alias is replaced by what it stands for. */
    long expandedSize();

    /** What is meant: for an alias the node at its anchor, for all others the node itself. */
    default YamlNode target() {
        return this;
    }

    /** Whether this is written as nothing, {@code ~} or {@code null}. */
    default boolean isNull() {
        return false;
    }

    /** What a reader of messages would call this kind of node. */
    String kind();
}
