package io.kanilint.lint;

import io.kanilint.pipeline.Include;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** A project's files as a child pipeline sees them: another file is its CI file. */
record ChildFiles(ProjectFiles files, String ciPath) implements ProjectFiles {

    @Override
    public Optional<Source> read(String path) {
        return files.read(path);
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
    public String inProject(String path) {
        return files.inProject(path);
    }

    @Override
    public boolean isWhole() {
        return files.isWhole();
    }
}
