package io.kanilint.review;

import io.kanilint.gitlab.CommitStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a review writes with. All that it does to a merge request goes through here, so that a dry run is the same review. */
sealed interface Pen permits GitLabPen, Notebook {
    /** Whether it writes for real, so that what was done is to be remembered. */
    boolean real();

    /** Opens threads, and gives their ids by the fingerprints of their findings. */
    Map<String, String> open(List<Comment> comments);

    /** Replaces the text of a thread. */
    void rewrite(BotThread thread, String body);

    /**
     * Resolves a thread.
     *
     * @param word what to say in it before; empty for nothing
     */
    void resolve(BotThread thread, String word);

    /** Opens a thread again, and says why. */
    void reopen(BotThread thread, String word);

    /** Adds the one comment on what has no thread. */
    void comment(String body);

    /** Replaces the text of that comment. */
    void rewriteComment(long noteId, String body);

    /** Sets the status of a commit; gives the pipeline that it appears in, if that is told. */
    Optional<Long> status(long projectId, String sha, CommitStatus status);
}
