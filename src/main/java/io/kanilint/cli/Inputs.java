package io.kanilint.cli;

import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what a user names into a project's files. */
final class Inputs {
    static final String STANDARD_INPUT = "-";
    private static final String CI_FILE = ".gitlab-ci.yml";
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private Inputs() {}

    /** Findings name its files by their paths from the working directory, or by absolute ones if they lie outside. */
    static ProjectFiles project(Terminal terminal, String path) {
        Path folder = terminal.folder();
        if (path.equals(STANDARD_INPUT)) {
            return StandardInput.read(terminal.in(), folder, CI_FILE);
        }
        Path input = path(folder, path);
        Path shown = shown(folder, Path.of(path));
        if (Files.isDirectory(input)) {
            if (!Files.isRegularFile(input.resolve(CI_FILE))) {
                throw new InputException("there is no %s in %s; name the CI file itself".formatted(CI_FILE, path));
            }
            return new FolderFiles(input, CI_FILE, shown.resolve(CI_FILE).toString());
        }
        return FolderFiles.around(file(input, path), shown.toString());
    }

    private static Path shown(Path folder, Path path) {
        Path here = folder.toAbsolutePath().normalize();
        Path plain = path.normalize();
        return plain.isAbsolute() && plain.startsWith(here) ? here.relativize(plain) : plain;
    }

    /** Settings in a file of any name, which may be a pipe or {@code /dev/null}. */
    static Source settings(Path folder, String path) {
        Path input = path(folder, path);
        if (!Files.exists(input) || Files.isDirectory(input)) {
            input = file(input, path);
        }
        try (InputStream in = Files.newInputStream(input)) {
            return new Source(path, text(in).orElseThrow(() -> new IOException("the file is larger than 50 MB")));
        } catch (IOException e) {
            throw new InputException("%s cannot be read: %s".formatted(path, reason(e)));
        }
    }

    /** All of it; empty if that is too much to read. */
    static Optional<String> text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static Path file(Path input, String path) {
        if (!Files.exists(input)) {
            throw new InputException("there is no file '%s'".formatted(path));
        }
        if (!Files.isRegularFile(input)) {
            throw new InputException("'%s' is not a regular file".formatted(path));
        }
        return input;
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
