package io.kanilint.dashboard;

import java.util.Locale;

/** Whether a merge request is to blame for its findings. */
enum FindingScope {
    ALL("all"),
    BROUGHT_IN("brought in or touched"),
    INHERITED("there before");

    private final String title;

    FindingScope(String title) {
        this.title = title;
    }

    /** As addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
