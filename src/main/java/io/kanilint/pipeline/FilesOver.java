package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.util.List;
import java.util.Optional;

/** Files that are another project's but for what is done with each when it is read. */
public interface FilesOver extends ProjectFiles {

    ProjectFiles files();

    @Override
    default String ciPath() {
        return files().ciPath();
    }

    @Override
    default Optional<Source> read(String path) {
        return files().read(path);
    }

    @Override
    default Optional<Source> atHand(String path) {
        return files().atHand(path);
    }

    @Override
    default Optional<List<String>> paths(String folder, boolean deep) {
        return files().paths(folder, deep);
    }

    @Override
    default Optional<Source> included(Include include) {
        return files().included(include);
    }

    @Override
    default String inProject(String path) {
        return files().inProject(path);
    }

    @Override
    default boolean isWhole() {
        return files().isWhole();
    }
}
