package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Project;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Projects take turns, however much one of them asks for. */
class TurnsTest {
    private static final int MANY = 60;

    @ParameterizedTest
    @EnumSource
    void aProjectWithOneMergeRequestDoesNotWaitForOneWithMany(Database database) throws Exception {
        var service = SharedService.on(database);
        var gitlab = SharedService.gitlab();
        Project busy = SharedService.project();
        List<MergeRequest> many =
                IntStream.range(0, MANY).mapToObj(i -> quiet(busy, i)).toList();
        MergeRequest single = quiet(SharedService.project(), 0);
        var gate = gitlab.pauseAt("GET", "/projects/" + busy.id() + "/");
        many.forEach(mergeRequest -> service.hook(mergeRequest, "open"));
        gate.awaitCall(Duration.ofSeconds(20));
        service.hook(single, "open");
        gitlab.resume();
        many.forEach(service::settle);
        service.settle(single);
        long before = service.database()
                .sql(
                        "SELECT count(*) FROM review WHERE project_id = ? AND id < (SELECT id FROM review WHERE project_id = ?)")
                .params(busy.id(), single.project().id())
                .query(Long.class)
                .single();
        assertThat(before).as("of %d looks at the other project", MANY).isLessThan(MANY * 3 / 4);
    }

    @ParameterizedTest
    @EnumSource
    void turnsOfAProjectAreInOrderAndNeverInTheFuture(Database database) {
        var service = SharedService.on(database);
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        Instant first = now.minus(Duration.ofMinutes(10));
        long busy = SharedService.project().id();
        List<Instant> turns = next(service, busy, 700, now);
        assertThat(turns).isSorted().startsWith(first, first.plusSeconds(1)).endsWith(now, now);
        long other = SharedService.project().id();
        assertThat(next(service, other, 1, now.plusSeconds(100)))
                .as("comes after what the other project asked for first, before the rest")
                .containsExactly(first.plusSeconds(100));
        assertThat(next(service, busy, 1, now.plus(Duration.ofHours(1))))
                .as("forgiven in time")
                .containsExactly(first.plus(Duration.ofHours(1)));
    }

    private static List<Instant> next(RunningService service, long projectId, int count, Instant now) {
        var turns = new Turns(service.bean(JdbcClient.class), Clock.fixed(now, ZoneOffset.UTC));
        return IntStream.range(0, count).mapToObj(_ -> turns.next(projectId)).toList();
    }

    private static MergeRequest quiet(Project project, int number) {
        return project.mergeRequest("Change " + number)
                .from("change-" + number)
                .changing("README.md", "# Number " + number + "\n")
                .open();
    }

    @Test
    void waitsAreSpreadAndNeverShorterThanAsked() {
        var retry = new RetryProperties(Duration.ofSeconds(2), Duration.ofMinutes(10));
        for (int failures : new int[] {0, 1, 5, 30}) {
            Duration plain = Duration.ofSeconds(Math.min(600, 2L << Math.min(failures, 20)));
            var waits =
                    IntStream.range(0, 200).mapToObj(_ -> retry.after(failures)).toList();
            assertThat(waits)
                    .allSatisfy(wait -> assertThat(wait)
                            .isBetween(
                                    plain.multipliedBy(8).dividedBy(10),
                                    plain.multipliedBy(12).dividedBy(10)));
            assertThat(waits.stream().distinct().count()).isGreaterThan(50);
        }
        for (int i = 0; i < 200; i++) {
            assertThat(RetryProperties.asked(Duration.ofSeconds(60)))
                    .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(66));
        }
    }
}
