package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Carries out a plan: has a pen write what it asks for. */
final class ThreadWriter {
    private final Pen pen;
    private final String headSha;
    private final Function<Finding, Comment> comments;

    ThreadWriter(Pen pen, String headSha, Function<Finding, Comment> comments) {
        this.pen = pen;
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
                    pen.rewrite(thread, comments.apply(finding).body(thread));
                case ThreadAction.Resolve(BotThread thread, ThreadAction.Reason why) ->
                    pen.resolve(thread, thread.saidGone() ? "" : Marker.gone(why.at(commit())));
                case ThreadAction.Reopen(BotThread thread) ->
                    pen.reopen(thread, "This is back at %s.".formatted(commit()));
            }
        }
        return pen.open(open);
    }

    private String commit() {
        return headSha.substring(0, Math.min(8, headSha.length()));
    }

    /** Keeps the one comment on what has no thread as it should be. */
    void summarise(List<Finding> rest, Optional<Note> there) {
        String body = Marker.summary(
                SummaryNote.of(rest.stream().map(comments).map(Comment::text).toList()));
        if (there.isEmpty() && !rest.isEmpty()) {
            pen.comment(body);
        } else if (there.isPresent() && !there.get().body().strip().equals(body.strip())) {
            pen.rewriteComment(there.get().id(), body);
        }
    }
}
