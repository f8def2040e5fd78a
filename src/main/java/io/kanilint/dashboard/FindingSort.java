package io.kanilint.dashboard;

import java.util.Locale;

/** In which order findings come. */
enum FindingSort {
    NEWEST("newest first"),
    OLDEST("oldest first"),
    /** The worst first; among equals the newest. */
    SEVERITY("most severe first");

    private final String title;

    FindingSort(String title) {
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
