package io.kanilint.yaml;

import java.util.List;
import java.util.stream.Stream;

/** Walks over nodes and compares what they say, wherever it is written. */
final class Nodes {
    private Nodes() {}

    static Stream<YamlNode> all(YamlFile file) {
        return file.documents().stream().flatMap(Nodes::below);
    }

    static Stream<YamlNode> below(YamlNode node) {
        return Stream.concat(Stream.of(node), children(node).stream().flatMap(Nodes::below));
    }

    /** The nodes directly inside, in the order in which they are written. */
    static List<YamlNode> children(YamlNode node) {
        return switch (node) {
            case YamlMap map ->
                map.entries().stream()
                        .flatMap(entry -> Stream.of(entry.key(), entry.value()))
                        .toList();
            case YamlList list -> list.items();
            case YamlReference reference -> List.copyOf(reference.path());
            case YamlScalar _, YamlAlias _ -> List.of();
        };
    }

    static List<YamlScalar> scalars(YamlFile file) {
        return all(file)
                .filter(YamlScalar.class::isInstance)
                .map(YamlScalar.class::cast)
                .toList();
    }

    /** What a node says, without its place. */
    static String meaning(YamlNode node) {
        return switch (node) {
            case YamlMap map -> "{" + inside(map) + "}";
            case YamlList list -> "[" + inside(list) + "]";
            case YamlReference reference -> "!reference [" + inside(reference) + "]";
            case YamlScalar scalar -> scalar.style() + "<" + scalar.value() + ">";
            case YamlAlias alias -> "*" + alias.name();
        };
    }

    private static String inside(YamlNode node) {
        return String.join(", ", children(node).stream().map(Nodes::meaning).toList());
    }
}
