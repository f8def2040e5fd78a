package io.kanilint.delivery;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.kanilint.command.ReviewResult;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What people ask of us in comments: kept, and put in line. */
@Component
class Commands {
    /** Two bots that answer each other stop here. */
    private static final int MOST_IN_AN_HOUR = 30;

    private final CommandLog log;
    private final Turns turns;
    private final SchedulerClient scheduler;
    private final Clock clock;

    Commands(CommandLog log, Turns turns, SchedulerClient scheduler, Clock clock) {
        this.log = log;
        this.turns = turns;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Called in the transaction that keeps the delivery; work that is queued here is queued with it, or not at all. */
    Judgement take(String key, Hook.Note note) {
        if (!note.text().contains("@")) {
            return Judgement.ignored("It names nobody.");
        }
        if (log.count(note, clock.instant().minus(Duration.ofHours(1))) >= MOST_IN_AN_HOUR) {
            return Judgement.ignored("Its author wrote too many of them within an hour.");
        }
        if (!log.add(note, key, clock.instant()) && !log.retry(note.noteId(), key)) {
            return new Judgement(Verdict.DUPLICATE, "Another delivery told of the same comment.");
        }
        wake(note.noteId());
        return Judgement.QUEUED;
    }

    /** Puts a command in line, before all reviews. Needs a transaction. */
    void wake(long noteId) {
        scheduler.scheduleIfNotExists(CommandTask.instance(noteId), turns.ahead());
    }

    /** Lets the commands go on that waited for a review. Needs the transaction that ends it. */
    void reviewed(long projectId, long iid, long request, ReviewResult result) {
        log.reviewed(projectId, iid, request, result).forEach(this::wake);
    }
}
