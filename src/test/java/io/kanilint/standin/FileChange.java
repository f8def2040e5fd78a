package io.kanilint.standin;

import java.util.List;
import java.util.Map;

/** One step of a commit. */
sealed interface FileChange {

    String path();

    record Write(String path, String text) implements FileChange {}

    record Delete(String path) implements FileChange {}

    static List<FileChange> writing(Map<String, String> files) {
        return files.entrySet().stream()
                .<FileChange>map(file -> new Write(file.getKey(), file.getValue()))
                .toList();
    }
}
