package io.kanilint.delivery;

import io.kanilint.review.Reviewer;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a delivery and hands it to whom it concerns, both or neither. */
@Component
class Inbox {
    private final Deliveries deliveries;
    private final ReviewQueue reviews;
    private final Commands commands;
    private final Evidence evidence;
    private final Feedback feedback;
    private final Reviewer reviewer;
    private final Clock clock;

    Inbox(
            Deliveries deliveries,
            ReviewQueue reviews,
            Commands commands,
            Evidence evidence,
            Feedback feedback,
            Reviewer reviewer,
            Clock clock) {
        this.deliveries = deliveries;
        this.reviews = reviews;
        this.commands = commands;
        this.evidence = evidence;
        this.feedback = feedback;
        this.reviewer = reviewer;
        this.clock = clock;
    }

    /**
     * Accepts a delivery. One that is here already changes nothing, unless it came to nothing: then somebody pressed
     * "Resend" in GitLab, having done something about it.
     */
    @Transactional
    public void accept(String key, Hook hook) {
        Judgement first = hook instanceof Hook.Ignored ignored ? judge(key, ignored) : Judgement.QUEUED;
        boolean isNew = deliveries.add(key, hook, first, clock.instant());
        if (isNew ? first.verdict() != Verdict.QUEUED : !deliveries.cameToNothing(key)) {
            return;
        }
        Judgement judgement = judge(key, hook);
        if (judgement.verdict() != Verdict.QUEUED) {
            deliveries.judge(key, judgement, clock.instant());
        }
    }

    private Judgement judge(String key, Hook hook) {
        return switch (hook) {
            case Hook.Changed changed -> reviews.take(key, changed);
            case Hook.Ended(Hook.Changed look) ->
                // In this order: a review keeps what it found before it ends. Asked the other way round, both questions
                // would miss one that ends in between.
                deliveries.waits(look.projectId(), look.iid()) || reviewer.hasFindings(look.projectId(), look.iid())
                        ? reviews.take(key, look)
                        : Judgement.ignored("Nothing was found in it that could end with it.");
            case Hook.Note note -> commands.take(key, note);
            case Hook.JobFinished job -> evidence.take(key, job);
            case Hook.PipelineFinished pipeline -> evidence.take(key, pipeline);
            case Hook.Emoji emoji -> feedback.take(emoji);
            case Hook.Ignored(_, _, _, String reason) -> Judgement.ignored(reason);
        };
    }
}
