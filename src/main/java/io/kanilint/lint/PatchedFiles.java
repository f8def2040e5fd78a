package io.kanilint.lint;

import io.kanilint.pipeline.Include;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** A project's files after some edits. */
record PatchedFiles(ProjectFiles files, List<Edit> edits) implements ProjectFiles {

    @Override
    public String ciPath() {
        return files.ciPath();
    }

    @Override
    public Optional<Source> read(String path) {
        return files.read(path).map(source -> Edit.apply(source, edits));
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return files.paths(folder, deep);
    }

    @Override
    public Optional<Source> included(Include include) {
        return files.included(include);
    }

    @Override
    public boolean isWhole() {
        return files.isWhole();
    }
}
