package io.kanilint.yaml;

import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** A YAML file: its documents in order. */
public record YamlFile(Source source, List<YamlNode> documents) {

    public YamlFile {
        documents = List.copyOf(documents);
    }

    /** The configuration itself: the last document, since a header ({@code spec:}) may come before it. */
    public Optional<YamlNode> content() {
        return documents.isEmpty() ? Optional.empty() : Optional.of(documents.getLast());
    }
}
