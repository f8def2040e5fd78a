package io.kanilint.lint;

import io.kanilint.pipeline.FilesOver;
import io.kanilint.pipeline.ProjectFiles;

/** A project's files as a child pipeline sees them: another file is its CI file. */
record ChildFiles(ProjectFiles files, String ciPath) implements FilesOver {}
