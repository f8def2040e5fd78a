package io.kanilint.command;

import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.Note;
import io.kanilint.review.Marker;
import java.util.List;

/**
 * The thread that an answer makes of a plain comment. It is resolved after the answer, since an open one can keep a merge
 * request from being merged. A hidden line in the answer says so: GitLab does not tell such a thread from one that a
 * person began, and what answered and came no further has to know.
 */
final class ThreadOfOurs {
    private static final String MARK = "<!-- kanilint:resolves -->";

    private ThreadOfOurs() {}

    /** Whether the command is a plain comment: our answer, or an apology before it, is what makes a thread of it. */
    static boolean is(DiscussionThread thread, long noteId) {
        List<Note> notes = thread.notes();
        return !thread.resolvable()
                || (notes.getFirst().id() == noteId
                        && notes.stream().anyMatch(note -> Apology.is(note.body(), noteId)));
    }

    /** An answer after which it is resolved. */
    static Reply resolving(Reply reply) {
        return new Reply(reply.done(), reply.text() + "\n\n" + MARK);
    }

    /** Whether it was answered so, and then nothing happened. Answers are our own words, so the line is in no other. */
    static boolean isLeftOpen(DiscussionThread thread, long noteId, long botId) {
        Note last = thread.notes().getLast();
        return !thread.resolved()
                && last.authorId() == botId
                && Marker.isAnswer(last.body(), noteId)
                && last.body().lines().anyMatch(MARK::equals);
    }
}
