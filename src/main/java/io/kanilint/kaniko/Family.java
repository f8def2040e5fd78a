package io.kanilint.kaniko;

/** Whose executor it is. */
public enum Family {
    /** The original of GoogleContainerTools, archived in June 2025. */
    UPSTREAM("GoogleContainerTools"),
    /** The community's fork, formerly mzihlmann's. */
    OSSCONTAINERTOOLS("osscontainertools"),
    CHAINGUARD("Chainguard"),
    /** A home-made image, or one that is not known. */
    UNKNOWN("unknown");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** For messages. */
    public String label() {
        return label;
    }
}
