package io.kanilint.lint;

import io.kanilint.pipeline.FilesOver;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** A project's files after some edits. */
record PatchedFiles(ProjectFiles files, List<Edit> edits) implements FilesOver {

    @Override
    public Optional<Source> read(String path) {
        return files.read(path).map(source -> Edit.apply(source, edits));
    }
}
