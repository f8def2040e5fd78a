package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.DraftNotes;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.Note;
import io.kanilint.review.Comment.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Carries out a plan. New threads on lines that GitLab shows are published together, with one notification for all. */
final class ThreadWriter {
    private static final int BAD_REQUEST = 400;

    private final GitLab gitlab;
    private final DraftMarks marks;
    private final long projectId;
    private final long iid;
    private final String headSha;
    private final Function<Finding, Comment> comments;
    private final Map<String, String> opened = new LinkedHashMap<>();

    ThreadWriter(
            GitLab gitlab,
            DraftMarks marks,
            long projectId,
            long iid,
            String headSha,
            Function<Finding, Comment> comments) {
        this.gitlab = gitlab;
        this.marks = marks;
        this.projectId = projectId;
        this.iid = iid;
        this.headSha = headSha;
        this.comments = comments;
    }

    /** Does it all, and gives the new threads' ids by the fingerprints of their findings. */
    Map<String, String> carryOut(Plan plan) {
        var open = new ArrayList<Comment>();
        for (ThreadAction action : plan.actions()) {
            switch (action) {
                case ThreadAction.Open(Finding finding) -> open.add(comments.apply(finding));
                case ThreadAction.Rewrite(BotThread thread, Finding finding) ->
                    gitlab.rewrite(
                            projectId,
                            iid,
                            thread.id(),
                            thread.noteId(),
                            comments.apply(finding).body(thread));
                case ThreadAction.Resolve(BotThread thread, ThreadAction.Reason why) -> resolve(thread, why);
                case ThreadAction.Reopen(BotThread thread) -> {
                    // Opened first: a word without it would look as if a person had resolved the thread since.
                    gitlab.resolve(projectId, iid, thread.id(), false);
                    gitlab.reply(projectId, iid, thread.id(), "This is back at %s.".formatted(commit()));
                }
            }
        }
        boolean failedBefore = clearDrafts();
        List<Comment> together = open.stream()
                .filter(comment -> comment.places().getFirst().certain())
                .toList();
        if (together.size() > 1 && !failedBefore) {
            publish(together);
        }
        open.stream()
                .filter(comment -> !opened.containsKey(comment.finding().fingerprint()))
                .forEach(this::open);
        return opened;
    }

    private void resolve(BotThread thread, ThreadAction.Reason why) {
        if (!thread.saidGone()) {
            gitlab.reply(projectId, iid, thread.id(), Marker.gone(why.at(commit())));
        }
        gitlab.resolve(projectId, iid, thread.id(), true);
    }

    private String commit() {
        return headSha.substring(0, Math.min(8, headSha.length()));
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
            for (BotThread thread : BotThreads.in(gitlab.threads(projectId, iid), gitlab.botId(), headSha)) {
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

    /** Keeps the one comment on what has no thread as it should be. */
    void summarise(List<Finding> rest, Optional<Note> there) {
        String body = Marker.summary(
                SummaryNote.of(rest.stream().map(comments).map(Comment::text).toList()));
        if (there.isEmpty() && !rest.isEmpty()) {
            gitlab.comment(projectId, iid, body);
        } else if (there.isPresent() && !there.get().body().strip().equals(body.strip())) {
            gitlab.rewriteComment(projectId, iid, there.get().id(), body);
        }
    }
}
