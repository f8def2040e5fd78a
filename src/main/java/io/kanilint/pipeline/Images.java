package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code image:} in both of its forms, references resolved. */
final class Images {
    private static final int MOST_WORDS = 100;

    private Images() {}

    static Optional<Image> read(@Nullable YamlNode value) {
        if (value == null) {
            return Optional.empty();
        }
        if (value.target() instanceof YamlScalar name && !name.isNull()) {
            return Optional.of(new Image(name.value(), Optional.empty(), name.span()));
        }
        if (value.target() instanceof YamlMap map
                && map.get("name").map(YamlNode::target).orElse(null) instanceof YamlScalar name) {
            return Optional.of(new Image(
                    name.value(),
                    map.get("entrypoint").filter(entry -> !entry.isNull()).map(Images::words),
                    name.span()));
        }
        return Optional.empty();
    }

    private static List<String> words(YamlNode node) {
        return switch (node.target()) {
            case YamlList list ->
                list.items().stream()
                        .limit(MOST_WORDS)
                        .map(YamlNode::target)
                        .filter(item -> item instanceof YamlScalar && !item.isNull())
                        .map(item -> ((YamlScalar) item).value())
                        .toList();
            case YamlScalar scalar -> scalar.isNull() ? List.of() : List.of(scalar.value());
            default -> List.of();
        };
    }
}
