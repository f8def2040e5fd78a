package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A task of which process after process dies is given up. */
class DeathsTest {
    private static final AtomicLong NOTES = new AtomicLong(9_100_000);

    private final long note = NOTES.incrementAndGet();

    /** What the queue is told. */
    private static final class Revived extends ExecutionOperations<Void> {
        private final List<Instant> times = new ArrayList<>();

        Revived() {
            super(null, null, null);
        }

        @Override
        public void reschedule(ExecutionComplete completed, Instant time) {
            times.add(time);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTaskIsTriedAgainLaterAndLater(Database database) {
        var service = SharedService.on(database);
        // Far in the future, so that nobody begins with it.
        Instant future = Instant.now().plus(Duration.ofDays(1000));
        task(service, future, false, null, 7, 0);
        var completed = Fate.thrown(CommandTask.instance(note), 7, new IllegalStateException("died"));
        var revived = new Revived();
        var given = new ArrayList<Judgement>();
        for (int i = 0; i < Deaths.MOST; i++) {
            assertThat(given).isEmpty();
            service.bean(Deaths.class).revive(completed, revived, given::add);
        }
        assertThat(revived.times).hasSize(Deaths.MOST - 1);
        assertThat(revived.times.getFirst()).isBeforeOrEqualTo(Instant.now());
        assertThat(revived.times.getLast()).isBefore(Instant.now().plus(Duration.ofMinutes(2)));
        assertThat(given).singleElement().returns(Verdict.FAILED, Judgement::verdict);
    }

    @ParameterizedTest
    @EnumSource
    void whatWentWellInBetweenBeginsAnew(Database database) {
        var service = SharedService.on(database);
        task(service, Instant.now().plus(Duration.ofDays(1000)), false, null, 0, Deaths.MOST - 1);
        var revived = new Revived();
        service.bean(Deaths.class)
                .revive(Fate.thrown(CommandTask.instance(note), 0, new IllegalStateException("died")), revived, _ -> {
                    throw new AssertionError("given up");
                });
        assertThat(revived.times).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theFifthTimeTheQueueFindsItDeadItEnds(Database database) {
        var service = SharedService.on(database);
        CommandLog log = service.bean(CommandLog.class);
        log.add(
                new Hook.Note("test", SharedService.project().id(), 1, note, 7, "@kanilint-bot help"),
                UUID.randomUUID().toString(),
                Instant.now());
        task(service, Instant.now(), true, "somebody who is gone", Deaths.MOST - 1, Deaths.MOST - 1);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> log.find(note).orElseThrow().state().equals("failed"));
        assertThat(service.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                        .param(Long.toString(note))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void task(RunningService service, Instant time, boolean picked, String by, int failures, int deaths) {
        service.bean(JdbcClient.class)
                .sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, consecutive_failures, version, deaths)
                        VALUES ('command', ?, ?, ?, ?, ?, ?, 1, ?)
                        """)
                .params(
                        Long.toString(note),
                        time.atOffset(ZoneOffset.UTC),
                        picked,
                        by,
                        Instant.now().minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC),
                        failures,
                        deaths)
                .update();
    }
}
