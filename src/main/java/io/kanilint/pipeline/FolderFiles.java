package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A project's files in a folder on disk. */
public final class FolderFiles implements ProjectFiles {
    private static final long MOST_BYTES = 50L * 1024 * 1024;

    private final Path root;
    private final String ciPath;
    private final String shownAs;

    /**
     * A project on disk.
     *
     * @param root the folder that paths are relative to
     * @param ciPath the CI file, relative to it
     * @param shownAs the CI file's path as findings name it
     */
    public FolderFiles(Path root, String ciPath, String shownAs) {
        this.root = root;
        this.ciPath = ciPath;
        this.shownAs = shownAs;
    }

    @Override
    public String ciPath() {
        return shownAs;
    }

    /**
     * Reads a file as UTF-8; what is not is replaced, as it is text for people.
     *
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    @Override
    public Optional<Source> read(String path) {
        Path file = root.resolve(path.equals(shownAs) ? ciPath : path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("the file is larger than 50 MB");
            }
            return Optional.of(new Source(path, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
