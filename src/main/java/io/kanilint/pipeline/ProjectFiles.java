package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.Optional;

/** The files of a project at one moment: a folder, or a commit on GitLab. */
public interface ProjectFiles {

    /** The path of the CI file, relative to the project's root. */
    String ciPath();

    /** A file's text, or empty if there is none of that path. */
    Optional<Source> read(String path);
}
