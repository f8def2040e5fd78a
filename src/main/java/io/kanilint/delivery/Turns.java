package io.kanilint.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * When it is whose turn. The queue works by time of execution, earliest first. The first task of a project gets a time
 * well in the past, each further one a little later: a project with five hundred waiting merge requests takes turns with
 * one that has a single one, and nobody waits for ever, since the times of newcomers move on with the clock. Work for
 * which nobody is waiting is queued for the present, which puts it behind all of that.
 */
@Repository
class Turns {
    /** How far in the past the first turn lies. Also for how long a retry, queued for the present, can be overtaken. */
    private static final Duration LEAD = Duration.ofMinutes(10);
    /** How far apart the turns of one project are: so many of them fit into the lead before the rest share its end. */
    private static final Duration APART = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Turns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The next turn of a project: now at the latest. To be called in a transaction. */
    Instant next(long projectId) {
        long now = clock.millis();
        long first = now - LEAD.toMillis();
        if (advance(projectId, first, now) == 0) {
            jdbc.sql("INSERT INTO project_turn (project_id, latest) VALUES (?, 0) ON CONFLICT DO NOTHING")
                    .param(projectId)
                    .update();
            advance(projectId, first, now);
        }
        return Instant.ofEpochMilli(jdbc.sql("SELECT latest FROM project_turn WHERE project_id = ?")
                .param(projectId)
                .query(Long.class)
                .single());
    }

    /** Before all of these: for what a person waits for at this moment. */
    Instant ahead() {
        return clock.instant().minus(LEAD.multipliedBy(2));
    }

    private int advance(long projectId, long first, long now) {
        return jdbc.sql("UPDATE project_turn SET latest = LEAST(?, GREATEST(latest + ?, ?)) WHERE project_id = ?")
                .params(now, APART.toMillis(), first, projectId)
                .update();
    }
}
