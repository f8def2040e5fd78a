package io.kanilint.review;

import io.kanilint.gitlab.UnusableSettingException;
import io.kanilint.lint.Settings;
import io.kanilint.lint.SettingsException;
import io.kanilint.lint.SettingsReader;
import io.kanilint.text.Source;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The settings that hold for every project, where its own say nothing else.
 *
 * @param file where they were read; empty for those that Kanilint comes with
 */
public record OrganisationDefaults(String file, Settings settings) {
    private static final String NAME = "KANILINT_DEFAULTS_FILE";

    /**
     * Reads them.
     *
     * @throws UnusableSettingException if they cannot be used; the message names file and line
     */
    public static OrganisationDefaults read(ReviewProperties properties) {
        String file = properties.defaultsFile().strip();
        if (file.isEmpty()) {
            return new OrganisationDefaults("", Settings.DEFAULT);
        }
        try {
            return new OrganisationDefaults(
                    file, SettingsReader.read(new Source(file, Files.readString(Path.of(file)))));
        } catch (SettingsException e) {
            throw new UnusableSettingException("%s names a file with settings that cannot be used (%s)"
                    .formatted(NAME, String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSettingException("%s is '%s', and %s".formatted(NAME, file, reason(e)));
        }
    }

    private static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "Kanilint may not read that file";
            case CharacterCodingException _ -> "that file is not text in UTF-8";
            default -> "that file cannot be read: " + e.getClass().getSimpleName();
        };
    }

    /** What is in them, in a sentence without its full stop. */
    public String told() {
        return file.isEmpty()
                ? "none are set: a project without a .kanilint.yml gets the defaults of Kanilint itself"
                : "%s can be used; rules set in it: %d, entries to ignore: %d. A project's own .kanilint.yml counts before it"
                        .formatted(
                                file,
                                settings.rules().size(),
                                settings.ignored().size());
    }
}
