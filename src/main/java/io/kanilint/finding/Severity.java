package io.kanilint.finding;

import java.util.Locale;

/** How much a finding matters; worse ones come later. */
public enum Severity {
    INFO,
    WARNING,
    ERROR;

    /** The word that people and files use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
