package io.kanilint.dashboard;

import io.kanilint.lint.Settings;
import io.kanilint.lint.SettingsException;
import io.kanilint.lint.SettingsReader;
import io.kanilint.review.Register;
import io.kanilint.text.Source;
import org.jspecify.annotations.Nullable;

/**
 * The settings file of a project.
 *
 * @param cut whether its end is not kept
 * @param problem why it is not used; null if it is, and if it cannot be told since its end is missing
 */
record ProjectSettings(String text, boolean cut, @Nullable String problem) {
    static @Nullable ProjectSettings of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        boolean cut = text.length() >= Register.LONGEST_SETTINGS && text.endsWith("…");
        return new ProjectSettings(text, cut, cut ? null : problem(text));
    }

    private static @Nullable String problem(String text) {
        try {
            SettingsReader.read(new Source(Settings.FILE, text));
            return null;
        } catch (SettingsException wrong) {
            return wrong.getMessage();
        }
    }
}
