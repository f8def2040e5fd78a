package io.kanilint.review;

import io.kanilint.gitlab.CommitStatus;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.DraftNotes;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.review.Comment.Placed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes to GitLab. New threads on lines that it shows are published together, with one notification for all. */
final class GitLabPen implements Pen {
    private static final int BAD_REQUEST = 400;

    private final GitLab gitlab;
    private final DraftMarks marks;
    private final long projectId;
    private final long iid;
    private final Map<String, String> opened = new LinkedHashMap<>();

    GitLabPen(GitLab gitlab, DraftMarks marks, long projectId, long iid) {
        this.gitlab = gitlab;
        this.marks = marks;
        this.projectId = projectId;
        this.iid = iid;
    }

    @Override
    public boolean real() {
        return true;
    }

    @Override
    public Map<String, String> open(List<Comment> comments) {
        boolean failedBefore = clearDrafts();
        List<Comment> together = comments.stream()
                .filter(comment -> comment.places().getFirst().certain())
                .toList();
        if (together.size() > 1 && !failedBefore) {
            publish(together);
        }
        comments.stream()
                .filter(comment -> !opened.containsKey(comment.finding().fingerprint()))
                .forEach(this::open);
        return opened;
    }

    @Override
    public void rewrite(BotThread thread, String body) {
        gitlab.rewrite(projectId, iid, thread.id(), thread.noteId(), body);
    }

    @Override
    public void resolve(BotThread thread, String word) {
        if (!word.isEmpty()) {
            gitlab.reply(projectId, iid, thread.id(), word);
        }
        gitlab.resolve(projectId, iid, thread.id(), true);
    }

    @Override
    public void reopen(BotThread thread, String word) {
        // Opened first: a word without it would look as if a person had resolved the thread since.
        gitlab.resolve(projectId, iid, thread.id(), false);
        gitlab.reply(projectId, iid, thread.id(), word);
    }

    @Override
    public void comment(String body) {
        gitlab.comment(projectId, iid, body);
    }

    @Override
    public void rewriteComment(long noteId, String body) {
        gitlab.rewriteComment(projectId, iid, noteId, body);
    }

    @Override
    public Optional<Long> status(long goalId, String sha, CommitStatus status) {
        return gitlab.status(goalId, sha, status);
    }

    /** Takes away what an earlier attempt left unpublished; gives whether there was one. */
    private boolean clearDrafts() {
        boolean left = marks.isSet(projectId, iid);
        if (left) {
            dropOurDrafts();
            marks.clear(projectId, iid);
        }
        return left;
    }

    private void dropOurDrafts() {
        DraftNotes drafts = gitlab.drafts(projectId, iid);
        try {
            drafts.all().stream()
                    .filter(draft -> Marker.fingerprint(draft.body()).isPresent())
                    .forEach(drafts::delete);
        } catch (GitLabRefused _) {
            // A GitLab without drafts holds none.
        }
    }

    /** Some may be missing afterwards, and are opened one by one then. */
    private void publish(List<Comment> together) {
        DraftNotes drafts = gitlab.drafts(projectId, iid);
        marks.set(projectId, iid);
        try {
            for (Comment comment : together) {
                Placed best = comment.places().getFirst();
                drafts.add(best.body(), best.place());
            }
            drafts.publish();
            for (BotThread thread : BotThreads.in(gitlab.threads(projectId, iid), gitlab.botId(), "")) {
                opened.putIfAbsent(thread.fingerprint(), thread.id());
            }
        } catch (GitLabRefused _) {
            dropOurDrafts();
        }
        marks.clear(projectId, iid);
    }

    private void open(Comment comment) {
        List<Placed> places = comment.places();
        for (Placed placed : places) {
            try {
                DiscussionThread thread = gitlab.openThread(projectId, iid, placed.body(), placed.place());
                opened.put(comment.finding().fingerprint(), thread.id());
                return;
            } catch (GitLabRefused e) {
                if (e.status() != BAD_REQUEST || placed.equals(places.getLast())) {
                    throw e;
                }
            }
        }
    }
}
