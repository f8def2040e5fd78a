package io.kanilint.delivery;

import org.jspecify.annotations.Nullable;

/** What a webhook request says, as far as it matters. An id is 0 where the request does not tell it. */
sealed interface Hook {

    /** As GitLab names it, for the record. */
    String event();

    /** The project that it happened in; of a merge request the one that it wants to merge into. */
    long projectId();

    /** The merge request, by its number in the project. */
    long iid();

    /**
     * A merge request whose changes may be new.
     *
     * @param ciPath where the project keeps its CI file
     * @param occurrence what all deliveries of this one event have in common and no other event has (the hooks of a
     *     project, of its group and of the system each deliver it); null if the request does not tell enough
     */
    record Changed(
            String event,
            long projectId,
            long iid,
            String ciPath,
            @Nullable String occurrence) implements Hook {}

    /**
     * A merge request that was closed or merged.
     *
     * @param look what to ask for, if something is left of it
     */
    record Ended(Changed look) implements Hook {
        @Override
        public String event() {
            return look.event();
        }

        @Override
        public long projectId() {
            return look.projectId();
        }

        @Override
        public long iid() {
            return look.iid();
        }
    }

    /**
     * A new comment on a merge request, which may be a command.
     *
     * @param authorId user who wrote it: may be ourselves
     * @param text its beginning, line breaks kept
     */
    record Note(String event, long projectId, long iid, long noteId, long authorId, String text) implements Hook {}

    /**
     * A job that came to its end.
     *
     * @param iid the merge request of a merge request pipeline; of a branch pipeline it is to be found by the commit
     * @param status {@code success}, {@code failed} or {@code canceled}
     */
    record JobFinished(String event, long projectId, long iid, long jobId, String name, String sha, String status)
            implements Hook {}

    /**
     * A pipeline that came to its end.
     *
     * @param iid as for a job
     * @param sha of a merged-results pipeline that is a commit that GitLab made, not the head of the branch
     * @param status {@code success}, {@code failed}, {@code canceled} or {@code skipped}
     */
    record PipelineFinished(String event, long projectId, long iid, long pipelineId, String sha, String status)
            implements Hook {}

    /**
     * Somebody put an emoji on a comment on a merge request, or took it away.
     *
     * @param discussionId the thread that the comment is part of; empty if not told
     * @param text the end of the comment
     * @param name as GitLab spells it: {@code thumbsdown}
     */
    record Emoji(
            String event,
            long projectId,
            long iid,
            long noteId,
            String discussionId,
            String text,
            String name,
            boolean awarded,
            long userId)
            implements Hook {}

    /** Nothing to do. */
    record Ignored(String event, long projectId, long iid, String reason) implements Hook {}
}
