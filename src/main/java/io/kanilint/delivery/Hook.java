package io.kanilint.delivery;

/** What a webhook request says, as far as it matters. */
sealed interface Hook {

    /** As GitLab names it, for the record. */
    String event();

    /**
     * A merge request whose changes may be new.
     *
     * @param projectId the project it wants to merge into
     * @param ciPath where that project keeps its CI file
     */
    record Changed(String event, long projectId, long iid, String ciPath) implements Hook {}

    /** Nothing to do. */
    record Ignored(String event, String reason) implements Hook {}
}
