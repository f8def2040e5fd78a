package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes YAML values as JSON, the form in which lists are put into a file in place of an input. */
final class Json {
    private static final long LARGEST = 10_000;

    private Json() {}

    /** The value on one line; empty if it is too large, or has a reference in it. */
    static Optional<String> of(YamlNode node) {
        if (node.expandedSize() > LARGEST) {
            return Optional.empty();
        }
        String text = write(node);
        return text.contains("\0") ? Optional.empty() : Optional.of(text);
    }

    private static String write(YamlNode node) {
        return switch (node.target()) {
            case YamlScalar scalar when scalar.isNull() -> "null";
            case YamlScalar scalar -> Scalars.isTyped(scalar) ? Scalars.text(scalar) : quoted(scalar.value());
            case YamlList list -> list.items().stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
            case YamlMap map ->
                map.effective().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ":"
                                + write(entry.getValue().value()))
                        .collect(Collectors.joining(",", "{", "}"));
            case YamlReference _ -> "\0";
            default -> "\0";
        };
    }

    static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> json.append('\\').append(c);
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
