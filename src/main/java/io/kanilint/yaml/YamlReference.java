package io.kanilint.yaml;

import io.kanilint.text.Span;
import java.util.List;

/** GitLab's {@code !reference [job, key, …]}: the value at that path of the configuration. */
public record YamlReference(Span span, List<YamlScalar> path) implements YamlNode {

    public YamlReference {
        path = List.copyOf(path);
    }

    @Override
    public long expandedSize() {
        return 1;
    }

    @Override
    public String kind() {
        return "a !reference";
    }
}
