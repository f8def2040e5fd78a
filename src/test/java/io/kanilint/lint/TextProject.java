package io.kanilint.lint;

import io.kanilint.pipeline.Include;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/**
 * A project in one text, as a fuzzer makes it: the CI file, and behind form feeds what any other YAML file says, and what any
 * other file says. What is missing does not exist.
 */
record TextProject(List<String> parts) implements ProjectFiles {
    private static final String CI = ".gitlab-ci.yml";

    static TextProject of(String text) {
        return new TextProject(List.of(text.split("\f", 3)));
    }

    @Override
    public String ciPath() {
        return CI;
    }

    @Override
    public Optional<Source> read(String path) {
        int part = path.equals(CI) ? 0 : path.endsWith("ml") ? 1 : 2;
        return part < parts.size() ? Optional.of(new Source(path, parts.get(part))) : Optional.empty();
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return Optional.of(List.of(CI, "build.sh", "other.yml"));
    }

    @Override
    public Optional<Source> included(Include include) {
        return parts.size() > 1 ? Optional.of(new Source(include.description(), parts.get(1))) : Optional.empty();
    }
}
