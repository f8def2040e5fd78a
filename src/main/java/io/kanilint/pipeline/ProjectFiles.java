package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** The files of a project at one moment: a folder, or a commit on GitLab. */
public interface ProjectFiles {

    /** The path of the CI file, relative to the project's root; as GitLab takes it also {@code path@project:ref} or a URL. */
    String ciPath();

    /** A file's text, or empty if there is none of that path. */
    Optional<Source> read(String path);

    /** A file's text where reading it is not a call to somebody; empty too where it is. */
    default Optional<Source> atHand(String path) {
        return Optional.empty();
    }

    /**
     * The paths of the files in a folder, in the order of their characters; empty if they cannot be listed. Of a folder
     * that does not exist there are none.
     *
     * @param folder relative to the project's root without a slash at its end; the root itself is the empty text
     * @param deep whether the files of its subfolders are among them
     */
    default Optional<List<String>> paths(String folder, boolean deep) {
        return Optional.empty();
    }

    /** The text of a file that is not the project's own, or empty if it cannot be had. Never asked for a remote one. */
    default Optional<Source> included(Include include) {
        return Optional.empty();
    }

    /** The path relative to the project's root of a file that findings name by another one. */
    default String inProject(String path) {
        return path;
    }

    /** Whether these are all of the project's files, so that what is not found among them does not exist. */
    default boolean isWhole() {
        return true;
    }
}
