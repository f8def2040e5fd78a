package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A project's files in memory. */
final class MemoryFiles implements ProjectFiles {
    static final String CI = ".gitlab-ci.yml";

    private final String ciPath;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<Include, String> elsewhere = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean whole = true;

    private MemoryFiles(String ciPath) {
        this.ciPath = ciPath;
    }

    static MemoryFiles of(String ci) {
        return new MemoryFiles(CI).with(CI, ci);
    }

    static MemoryFiles at(String ciPath) {
        return new MemoryFiles(ciPath);
    }

    static Pipeline resolve(String ci) {
        return of(ci).resolve();
    }

    MemoryFiles with(String path, String text) {
        texts.put(path, text);
        return this;
    }

    MemoryFiles with(Include include, String text) {
        elsewhere.put(include, text);
        return this;
    }

    MemoryFiles asPart() {
        whole = false;
        return this;
    }

    Pipeline resolve() {
        return PipelineReader.read(this);
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    @Override
    public String ciPath() {
        return ciPath;
    }

    @Override
    public Optional<Source> read(String path) {
        asked.add(path);
        return Optional.ofNullable(texts.get(path)).map(text -> new Source(path, text));
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        String start = folder.isEmpty() ? "" : folder + "/";
        return Optional.of(texts.keySet().stream()
                .filter(path -> path.startsWith(start))
                .filter(path -> deep || path.indexOf('/', start.length()) < 0)
                .sorted()
                .toList());
    }

    @Override
    public Optional<Source> included(Include include) {
        return Optional.ofNullable(elsewhere.get(include)).map(text -> new Source(include.description(), text));
    }

    @Override
    public boolean isWhole() {
        return whole;
    }
}
