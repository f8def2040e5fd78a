package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.gitlab.UnusableSettingException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is old goes; what something still depends on stays. */
class RetentionTest {
    private static final AtomicLong PROJECTS = new AtomicLong(8_000_000);

    private final long project = PROJECTS.incrementAndGet();

    @ParameterizedTest
    @EnumSource
    void oldDeliveriesAndCommandsGo(Database database) {
        var service = SharedService.on(database);
        delivery(service, "old", "reviewed", 91);
        delivery(service, "waiting", "queued", 91);
        delivery(service, "new", "reviewed", 89);
        command(service, 1, "answered", 731);
        command(service, 2, "waiting", 731);
        command(service, 6, "unreviewed", 731);
        command(service, 3, "answered", 729);
        service.bean(Retention.class).run();
        assertThat(texts(service, "SELECT idempotency_key FROM delivery WHERE project_id = ? ORDER BY id"))
                .containsExactly("waiting" + project, "new" + project);
        assertThat(texts(service, "SELECT text FROM command WHERE project_id = ? ORDER BY note_id"))
                .containsExactly("2", "3", "6");
    }

    @ParameterizedTest
    @EnumSource
    void moreThanABatchGoes(Database database) {
        var service = SharedService.on(database);
        for (int i = 0; i < 1100; i++) {
            delivery(service, "old" + i + "-", "ignored", 100);
        }
        service.bean(Retention.class).run();
        assertThat(texts(service, "SELECT verdict FROM delivery WHERE project_id = ?"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oldFindingsGoUnlessTheyAreOpen(Database database) {
        var service = SharedService.on(database);
        finding(service, "open", 900);
        finding(service, "ignored", 900);
        finding(service, "fixed", 731);
        finding(service, "closed", 731);
        finding(service, "fixed", 729);
        service.database()
                .sql("INSERT INTO job_log (project_id, merge_request_iid, job_id, read_at) VALUES (?, 1, 1, ?)")
                .params(project, daysAgo(731))
                .update();
        service.database().sql("""
                        INSERT INTO evidence (project_id, merge_request_iid, fingerprint, job_id)
                        SELECT project_id, merge_request_iid, fingerprint, 1 FROM finding WHERE project_id = ?
                        """).param(project).update();
        service.bean(Retention.class).run();
        assertThat(texts(service, "SELECT job FROM finding WHERE project_id = ? ORDER BY id"))
                .containsExactly("open-900", "ignored-900", "fixed-729");
        assertThat(texts(service, "SELECT fingerprint FROM evidence WHERE project_id = ?"))
                .hasSize(3);
        assertThat(texts(service, "SELECT state FROM finding_count WHERE project_id = ? AND amount = 1 ORDER BY state"))
                .containsExactly("fixed", "ignored", "open");
        assertThat(texts(service, "SELECT merge_request_iid FROM job_log WHERE project_id = ?"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theNewestReviewOfAMergeRequestStays(Database database) {
        var service = SharedService.on(database);
        review(service, 1, "reviewed", 900);
        review(service, 1, "reviewed", 899);
        review(service, 1, "skipped", 898);
        review(service, 1, "skipped", 897);
        review(service, 2, "skipped", 896);
        review(service, 2, "reviewed", 10);
        review(service, 2, "skipped", 9);
        service.bean(Retention.class).run();
        assertThat(texts(service, "SELECT reason FROM review WHERE project_id = ? ORDER BY id"))
                .containsExactly("899", "897", "10", "9");
        assertThat(texts(service, """
                        SELECT name FROM review_step JOIN review ON review.id = review_id WHERE project_id = ?
                        """)).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void isATaskOfTheQueue(Database database) {
        var service = SharedService.on(database);
        assertThat(service.database()
                        .sql("SELECT execution_time FROM scheduled_tasks WHERE task_name = 'retention'")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(26)));
    }

    @Test
    void timesThatAreTooShortAreRefused() {
        assertThatThrownBy(() -> new RetentionProperties(Duration.ofDays(6), Duration.ofDays(730)))
                .isInstanceOf(UnusableSettingException.class)
                .hasMessageContaining("KANILINT_RETENTION_DELIVERIES");
        assertThatThrownBy(() -> new RetentionProperties(Duration.ofDays(90), Duration.ZERO))
                .hasMessageContaining("KANILINT_RETENTION_FINDINGS");
    }

    private void delivery(RunningService service, String key, String verdict, int days) {
        service.database()
                .sql("""
                        INSERT INTO delivery (idempotency_key, event, project_id, verdict, received_at)
                        VALUES (?, 'test', ?, ?, ?)
                        """)
                .params(key + project, project, verdict, daysAgo(days))
                .update();
    }

    private void command(RunningService service, long number, String state, int days) {
        service.database()
                .sql("""
                        INSERT INTO command (note_id, project_id, merge_request_iid, author_id, text, delivery_key, state,
                            received_at)
                        VALUES (?, ?, 1, 1, ?, '', ?, ?)
                        """)
                .params(project * 10 + number, project, Long.toString(number), state, daysAgo(days))
                .update();
    }

    private void finding(RunningService service, String state, int days) {
        service.database()
                .sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, job, file, line, message,
                            relevant, state, first_seen_at, last_seen_at, fixed_at)
                        VALUES (?, 1, ?, 'rule', 'error', ?, '', 1, '', TRUE, ?, ?, ?, ?)
                        """)
                .param(project)
                .param(state + days)
                .param(state + "-" + days)
                .param(state)
                .param(daysAgo(days))
                .param(daysAgo(days))
                .param(state.equals("fixed") ? daysAgo(days) : null)
                .update();
    }

    private void review(RunningService service, long iid, String outcome, int days) {
        service.database()
                .sql("""
                        INSERT INTO review (project_id, merge_request_iid, outcome, reason, findings, open_threads, gitlab_calls,
                            started_at, finished_at)
                        VALUES (?, ?, ?, ?, 0, 0, 0, ?, ?)
                        """)
                .params(project, iid, outcome, Integer.toString(days), daysAgo(days), daysAgo(days))
                .update();
        service.database().sql("""
                        INSERT INTO review_step (review_id, number, name, millis, gitlab_calls)
                        SELECT max(id), 1, 'step', 0, 0 FROM review WHERE project_id = ?
                        """).param(project).update();
    }

    private static OffsetDateTime daysAgo(int days) {
        return Instant.now().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private List<String> texts(RunningService service, String sql) {
        return service.database().sql(sql).param(project).query(String.class).list();
    }
}
