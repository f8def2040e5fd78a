package io.kanilint.access;

import io.kanilint.gitlab.UnusableSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret that a setting holds itself, or the name of a file with it. */
final class SecretFile {
    private SecretFile() {}

    static String read(String value, String file, String setting) {
        if (file.isBlank()) {
            return value.strip();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSettingException("The file %s (%s) cannot be read: %s"
                    .formatted(file, setting, e.getClass().getSimpleName()));
        }
    }
}
