package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What waits is told by the queue; for how long, by the webhooks: the times in the queue are those of turns. */
class WorkQueueTest {
    @ParameterizedTest
    @EnumSource
    void countsWhatWaits(Database database) {
        var settings = new HashMap<>(database.settings());
        settings.put("logging.level.io.kanilint", "error");
        // Nobody takes the tasks.
        settings.put("db-scheduler.polling-interval", "1h");
        try (var service = RunningService.start(SharedService.gitlab(), settings)) {
            WorkQueue queue = service.bean(WorkQueue.class);
            assertThat(queue.now()).isEqualTo(new WorkQueue.State(0, 0, 0, Optional.empty()));
            Instant now = Instant.now();
            task(service, "review", "1!1", now.minus(Duration.ofHours(3)), false);
            task(service, "review", "1!2", now.minus(Duration.ofHours(3)), true);
            task(service, "command", "5", now.plus(Duration.ofHours(3)), false);
            task(service, "job-log", "job!1!1!1", now.plus(Duration.ofHours(3)), false);
            delivery(service, "a", "queued", now.minus(Duration.ofMinutes(7)));
            delivery(service, "b", "queued", now.minus(Duration.ofMinutes(2)));
            delivery(service, "c", "reviewed", now.minus(Duration.ofMinutes(50)));
            delivery(service, "again", "refused", now.minus(Duration.ofDays(3)));
            service.bean(Deliveries.class).queue("again");
            WorkQueue.State state = queue.now();
            assertThat(state).extracting("waiting", "running", "later").containsExactly(1L, 1L, 2L);
            assertThat(state.oldest().orElseThrow()).isBetween(Duration.ofMinutes(7), Duration.ofMinutes(8));
        }
    }

    private static void task(RunningService service, String name, String id, Instant time, boolean picked) {
        service.database()
                .sql("""
                        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
                            last_heartbeat, consecutive_failures, version)
                        VALUES (?, ?, ?, ?, 'somebody', ?, 0, 1)
                        """)
                .params(name, id, at(time), picked, at(Instant.now()))
                .update();
    }

    private static void delivery(RunningService service, String key, String verdict, Instant received) {
        service.database().sql("""
                        INSERT INTO delivery (idempotency_key, event, project_id, merge_request_iid, verdict, received_at)
                        VALUES (?, 'merge_request', 1, 1, ?, ?)
                        """).params(key, verdict, at(received)).update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
