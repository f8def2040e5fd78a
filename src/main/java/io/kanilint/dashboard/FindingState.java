package io.kanilint.dashboard;

import java.util.Locale;

/** What became of findings, as one may ask for it. */
enum FindingState {
    OPEN("open"),
    FIXED("fixed"),
    IGNORED("ignored"),
    CLOSED("merge request closed"),
    ALL("all");

    private final String title;

    FindingState(String title) {
        this.title = title;
    }

    /** As the database and addresses have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }
}
