package io.kanilint.lint;

import io.kanilint.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a project makes of a rule: a severity, or nothing at all. */
public enum Level {
    OFF,
    INFO,
    WARNING,
    ERROR;

    /** The word in settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a rule that is switched off. */
    public Optional<Severity> severity() {
        return this == OFF ? Optional.empty() : Optional.of(Severity.valueOf(name()));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Level::word).toList();
    }
}
