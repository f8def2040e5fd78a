package io.kanilint.cli;

import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.ProjectFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Turns what a user names into a project's files. */
final class Inputs {
    private static final String CI_FILE = ".gitlab-ci.yml";

    private Inputs() {}

    static ProjectFiles project(Path folder, String path) {
        if (path.equals("-")) {
            throw new InputException("standard input cannot be checked; name a file or a folder");
        }
        Path input = path(folder, path);
        if (Files.isDirectory(input)) {
            if (!Files.isRegularFile(input.resolve(CI_FILE))) {
                throw new InputException("there is no %s in %s; name the CI file itself".formatted(CI_FILE, path));
            }
            return new FolderFiles(
                    input,
                    CI_FILE,
                    path.equals(".") ? CI_FILE : Path.of(path).resolve(CI_FILE).toString());
        }
        if (!Files.exists(input)) {
            throw new InputException("there is no file '%s'".formatted(path));
        }
        if (!Files.isRegularFile(input)) {
            throw new InputException("'%s' is not a regular file".formatted(path));
        }
        return FolderFiles.around(input, path);
    }

    static Path path(Path folder, String path) {
        if (path.isEmpty()) {
            throw new InputException("an empty path names no file");
        }
        try {
            return folder.resolve(path);
        } catch (InvalidPathException e) {
            throw new InputException("'%s' is not a path".formatted(path));
        }
    }

    /** Why a file could not be used, in a word or two. */
    static String reason(@Nullable IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException _ -> "no such file or folder";
            case FileSystemException system when system.getReason() != null -> system.getReason();
            case null -> "unknown reason";
            default -> String.valueOf(e.getMessage());
        };
    }
}
