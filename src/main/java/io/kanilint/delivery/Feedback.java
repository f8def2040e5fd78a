package io.kanilint.delivery;

import io.kanilint.review.Opinions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What people think of our comments: a thumb down, as long as it is there. */
@Component
class Feedback {
    private static final String THUMBS_DOWN = "thumbsdown";

    private final Opinions opinions;
    private final Clock clock;

    Feedback(Opinions opinions, Clock clock) {
        this.opinions = opinions;
        this.clock = clock;
    }

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    Judgement take(Hook.Emoji emoji) {
        if (!emoji.name().equals(THUMBS_DOWN)) {
            return Judgement.ignored("Only thumbs down are counted.");
        }
        if (!emoji.awarded()) {
            return opinions.takeBack(emoji.noteId(), emoji.userId())
                    ? new Judgement(Verdict.COUNTED, null)
                    : Judgement.ignored("That thumb was not counted.");
        }
        var judged =
                new Opinions.Judged(emoji.projectId(), emoji.iid(), emoji.noteId(), emoji.discussionId(), emoji.text());
        return opinions.thumbsDown(judged, emoji.userId(), clock.instant())
                .map(rule -> new Judgement(Verdict.COUNTED, rule))
                .orElseGet(() -> Judgement.ignored("It is on no comment of Kanilint's about a finding."));
    }
}
