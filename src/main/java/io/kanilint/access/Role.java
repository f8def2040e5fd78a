package io.kanilint.access;

import java.util.Locale;

/** What somebody may do. */
public enum Role {
    /** Sees everything and may change it. */
    ADMINISTRATOR,
    /** Sees the projects that GitLab shows to him, and changes nothing. */
    VIEWER;

    /** As the database and the API have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
