package io.kanilint.cli;

import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Repair;
import io.kanilint.lint.Repairer;
import io.kanilint.lint.Settings;
import io.kanilint.lint.SettingsReader;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Source;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something to check, and how.
 *
 * @param path what the user called it
 */
record Subject(String path, ProjectFiles files, Settings settings) {

    /**
     * A project with its own settings, or with those that the user names.
     *
     * @throws InputException if its settings cannot be read
     */
    static Subject of(String path, ProjectFiles files, Optional<Settings> settings) {
        return new Subject(
                path, files, settings.orElseGet(() -> reading(Settings.FILE, () -> SettingsReader.of(files))));
    }

    LintResult lint() {
        return reading(path, () -> Linter.lint(files, settings).toldBy(files));
    }

    Repair repair(boolean unsafe, Map<String, Source> changed) {
        return reading(
                path, () -> Repairer.repair(files, settings, unsafe, changed).toldBy(files));
    }

    private static <T> T reading(String path, Supplier<T> work) {
        try {
            return work.get();
        } catch (UncheckedIOException e) {
            throw new InputException("%s cannot be read: %s".formatted(path, Inputs.reason(e.getCause())));
        }
    }
}
