package io.kanilint.lint;

import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project in memory: its files by their paths. */
public record MapProject(Map<String, String> texts) implements ProjectFiles {
    public static final String CI_FILE = ".gitlab-ci.yml";

    /** One with nothing but a CI file. */
    public static MapProject of(String ciFile) {
        return new MapProject(Map.of(CI_FILE, ciFile));
    }

    @Override
    public String ciPath() {
        return CI_FILE;
    }

    @Override
    public Optional<Source> read(String path) {
        return Optional.ofNullable(texts.get(path)).map(text -> new Source(path, text));
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return Optional.of(texts.keySet().stream().sorted().toList());
    }
}
