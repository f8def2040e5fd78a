package io.kanilint.lint;

import io.kanilint.pipeline.FilesOver;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.util.Map;
import java.util.Optional;

/**
 * A project's files, some of them with another text.
 *
 * @param changed the other texts, by the path that findings name the file by
 */
record ChangedFiles(ProjectFiles files, Map<String, Source> changed) implements FilesOver {

    @Override
    public Optional<Source> read(String path) {
        return files.read(path).map(source -> changed.getOrDefault(source.path(), source));
    }
}
