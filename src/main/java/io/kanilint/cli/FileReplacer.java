package io.kanilint.cli;

import io.kanilint.lint.Repair.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives files their new text. All of them are written beside the old ones before the first of these is replaced, so that
 * a full disk changes nothing, and nobody ever sees half a file. Mode and links stay, and the
 * owner where that is allowed.
 */
final class FileReplacer {

    private record Staged(Path target, Path written) {}

    private final Path folder;
    private final List<Staged> staged = new ArrayList<>();

    private FileReplacer(Path folder) {
        this.folder = folder;
    }

    /**
     * Replaces the files of changes.
     *
     * @throws InputException if one of them cannot be written, or is not the text that was checked
     */
    static void replace(Path folder, List<Change> changes) {
        new FileReplacer(folder).replace(changes);
    }

    private void replace(List<Change> changes) {
        String file = "";
        try {
            for (Change change : changes) {
                file = change.before().path();
                stage(change);
            }
            for (Staged one : staged) {
                file = one.target.toString();
                Files.move(one.written, one.target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be written: %s".formatted(file, Inputs.reason(e)));
        } finally {
            staged.forEach(one -> delete(one.written));
        }
    }

    private void stage(Change change) throws IOException {
        String path = change.before().path();
        Path target = folder.resolve(path).toRealPath();
        byte[] checked = change.before().text().getBytes(StandardCharsets.UTF_8);
        if (!Arrays.equals(Files.readAllBytes(target), checked)) {
            throw new FileSystemException(path, null, "it is not UTF-8, or was changed meanwhile");
        }
        if (isReadOnly(target)) {
            throw new AccessDeniedException(path);
        }
        Path written = Files.createTempFile(target.getParent(), ".kanilint", ".tmp");
        staged.add(new Staged(target, written));
        Files.write(written, change.after().text().getBytes(StandardCharsets.UTF_8));
        keepAttributes(target, written);
    }

    /** Replacing would work on a file that nobody may write, and for root everything does. */
    private static boolean isReadOnly(Path file) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        boolean locked = view != null
                && view.readAttributes().permissions().stream()
                        .noneMatch(permission -> permission.name().endsWith("_WRITE"));
        return locked || !Files.isWritable(file);
    }

    private static void keepAttributes(Path from, Path to) throws IOException {
        var view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes kept = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributes now = view.readAttributes();
        try {
            if (!now.group().equals(kept.group())) {
                view.setGroup(kept.group());
            }
            if (!now.owner().equals(kept.owner())) {
                view.setOwner(kept.owner());
            }
        } catch (IOException _) {
            // Only root may give files away; others keep what they write.
        }
        view.setPermissions(kept.permissions());
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // It is only a file that is left over.
        }
    }
}
