package io.kanilint.pipeline;

import io.kanilint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A project's files in a folder on disk; each folder that a pattern looks into is listed once. */
public final class FolderFiles implements ProjectFiles {
    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final int MOST_FILES = 200_000;

    private final Path root;
    private final String ciPath;
    private final String shownAs;
    private final String prefix;
    private final boolean whole;
    private final Map<Listing, Optional<List<String>>> listed = new HashMap<>();

    private record Listing(String folder, boolean deep) {}

    /**
     * A project on disk.
     *
     * @param root the folder that paths are relative to
     * @param ciPath the CI file, relative to it
     * @param shownAs the CI file's path as findings name it
     */
    public FolderFiles(Path root, String ciPath, String shownAs) {
        this(root, ciPath, shownAs, true);
    }

    private FolderFiles(Path root, String ciPath, String shownAs, boolean whole) {
        this.root = root;
        this.ciPath = ciPath;
        this.shownAs = shownAs;
        this.prefix = prefix(ciPath, shownAs);
        this.whole = whole;
    }

    /**
     * One file of a project. The project is the repository around it; if there is none, the file may be a part of
     * something larger, so that nothing is taken as missing.
     *
     * @param shownAs the file's path as findings name it
     */
    public static FolderFiles around(Path file, String shownAs) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path folder = absolute.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return new FolderFiles(folder, unix(folder.relativize(absolute)), shownAs, true);
            }
        }
        Path folder = absolute.getParent();
        return new FolderFiles(
                folder == null ? absolute : folder, unix(absolute.getFileName()), shownAs, isMain(absolute));
    }

    /** What stands before a path of the project for it to be one from where the user is, as with the CI file. */
    private static String prefix(String ciPath, String shownAs) {
        String inside = ciPath;
        String outside = unix(Path.of(shownAs));
        while (!inside.isEmpty() && !outside.isEmpty() && lastName(inside).equals(lastName(outside))) {
            inside = inside.substring(0, inside.length() - lastName(inside).length());
            outside = outside.substring(0, outside.length() - lastName(outside).length());
        }
        return outside + "../".repeat((int) inside.chars().filter(c -> c == '/').count());
    }

    /** The last part of a path, with the slash after it if there is one. */
    private static String lastName(String path) {
        return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
    }

    private static boolean isMain(Path file) {
        return file.endsWith(".gitlab-ci.yml");
    }

    @Override
    public String ciPath() {
        return shownAs;
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    /**
     * Reads a file as UTF-8; what is not is replaced, as it is text for people. Nothing outside of the folder is read.
     *
     * @throws UncheckedIOException if the file is there and cannot be read
     */
    @Override
    public Optional<Source> read(String path) {
        try {
            boolean main = path.equals(shownAs);
            Path file = root.resolve(main ? ciPath : path);
            if (!Files.isRegularFile(file) || !(main || isInside(file))) {
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("the file is larger than 50 MB");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return Optional.of(new Source(main ? shownAs : prefix + path, text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Source> atHand(String path) {
        return read(path);
    }

    @Override
    public String inProject(String path) {
        if (path.equals(shownAs)) {
            return ciPath;
        }
        return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
    }

    private boolean isInside(Path file) throws IOException {
        return file.toRealPath().startsWith(root.toRealPath());
    }

    @Override
    public Optional<List<String>> paths(String folder, boolean deep) {
        return listed.computeIfAbsent(new Listing(folder, deep), _ -> list(folder, deep));
    }

    private Optional<List<String>> list(String folder, boolean deep) {
        var paths = new ArrayList<String>();
        try {
            Path start = root.resolve(folder);
            if (!Files.isDirectory(start) || !isInside(start)) {
                return Optional.of(List.of());
            }
            int depth = deep ? Integer.MAX_VALUE : 1;
            Files.walkFileTree(start, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile()) {
                        paths.add(unix(root.relativize(file)));
                    }
                    return paths.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (InvalidPathException _) {
            return Optional.of(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        paths.sort(null);
        return paths.size() > MOST_FILES ? Optional.empty() : Optional.of(List.copyOf(paths));
    }

    private static String unix(Path path) {
        return path.toString().replace('\\', '/');
    }
}
