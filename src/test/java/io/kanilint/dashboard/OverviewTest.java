package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Visibility;
import io.kanilint.dashboard.Overview.Open;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of the first page, as one viewer sees them: other tests write into the same databases. */
class OverviewTest {
    private static final AtomicLong IDS = new AtomicLong(8_200_000);
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final long viewer = IDS.incrementAndGet();
    private final Visibility visibility = new Visibility.Of(viewer);

    @ParameterizedTest
    @EnumSource
    void openFindingsCountOncePerProjectAndOnlyWhereOneMayLook(Database database) {
        RunningService service = SharedService.on(database);
        long images = project(service, "shop/images", true);
        long jobs = project(service, "shop/tools/jobs", true);
        long hidden = project(service, "secret/images", false);
        count(service, images, "multi-build-job", "error", "open", 3);
        count(service, images, "floating-image-tag", "info", "open", 1);
        count(service, images, "unknown-flag", "error", "fixed", 40);
        count(service, jobs, "archived-image", "warning", "open", 2);
        count(service, hidden, "multi-build-job", "error", "open", 100);

        Overview overview = service.bean(Overview.class);
        assertThat(overview.total(visibility)).isEqualTo(new Open("", 3, 2, 1));
        assertThat(overview.projects(visibility)).isEqualTo(2);
        assertThat(overview.brokenProjects(visibility)).isEqualTo(1);
        assertThat(overview.byRule(visibility))
                .containsExactly(
                        new Open("multi-build-job", 3, 0, 0),
                        new Open("archived-image", 0, 2, 0),
                        new Open("floating-image-tag", 0, 0, 1));
        assertThat(overview.worstProjects(visibility))
                .extracting(Overview.OpenProject::open)
                .containsExactly(new Open("shop/images", 3, 0, 1), new Open("shop/tools/jobs", 0, 2, 0));
        assertThat(overview.worstGroups(visibility))
                .containsExactly(new Open("shop", 3, 0, 1), new Open("shop/tools", 0, 2, 0));
        assertThat(overview.total(new Visibility.All()).errors()).isGreaterThanOrEqualTo(103);
    }

    @ParameterizedTest
    @EnumSource
    void whatCameAndWentIsCountedForTheMergeRequestsThatDidIt(Database database) {
        RunningService service = SharedService.on(database);
        long images = project(service, "shop/images", true);
        long hidden = project(service, "secret/images", false);
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        finding(service, images, monday, monday.plus(Duration.ofHours(2)), true, true);
        finding(
                service,
                images,
                monday.minusSeconds(1),
                monday.plus(Duration.ofHours(6)).minusSeconds(1),
                false,
                true);
        finding(service, images, monday, null, false, true);
        finding(service, images, monday, null, false, false);
        finding(service, images, monday.minus(Duration.ofDays(200)), null, false, true);
        finding(service, hidden, monday, monday.plusSeconds(1), true, true);

        Overview.Flow flow = service.bean(Overview.class).flow(visibility, NOW.minus(Duration.ofDays(90)));
        assertThat(flow.opened()).isEqualTo(3);
        assertThat(flow.fixed()).isEqualTo(2);
        assertThat(flow.appliedShare()).contains(50L);
        assertThat(flow.medianAge()).contains(Duration.ofHours(4));

        List<Trend.Week> weeks = service.bean(Trend.class).weeks(visibility, LocalDate.parse("2026-11-26"), 3);
        assertThat(weeks)
                .containsExactly(
                        new Trend.Week(LocalDate.parse("2026-11-09"), 0, 0),
                        new Trend.Week(LocalDate.parse("2026-11-16"), 1, 0),
                        new Trend.Week(LocalDate.parse("2026-11-23"), 2, 2));
    }

    @ParameterizedTest
    @EnumSource
    void nothingFixedHasNoMedianAndNoShare(Database database) {
        Overview.Flow flow = SharedService.on(database).bean(Overview.class).flow(visibility, NOW);
        assertThat(flow).isEqualTo(new Overview.Flow(0, 0, 0, java.util.Optional.empty()));
        assertThat(flow.appliedShare()).isEmpty();
    }

    private long project(RunningService service, String path, boolean visible) {
        long id = IDS.incrementAndGet();
        JdbcClient jdbc = service.database();
        jdbc.sql("""
                        INSERT INTO project (id, path, web_url, first_seen_at, last_reviewed_at)
                        VALUES (?, ?, 'https://gitlab.example/x', ?, ?)
                        """).params(id, path, at(NOW), at(NOW)).update();
        if (visible) {
            jdbc.sql("INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)")
                    .params(viewer, id)
                    .update();
        }
        return id;
    }

    private static void count(
            RunningService service, long project, String rule, String severity, String state, int amount) {
        service.database()
                .sql("INSERT INTO finding_count (project_id, rule, severity, state, amount) VALUES (?, ?, ?, ?, ?)")
                .params(project, rule, severity, state, amount)
                .update();
    }

    private static void finding(
            RunningService service,
            long project,
            Instant seen,
            @Nullable Instant fixed,
            boolean applied,
            boolean relevant) {
        service.database()
                .sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, job, file, line, message,
                            relevant, state, first_seen_at, last_seen_at, fixed_at, applied)
                        VALUES (?, 1, ?, 'multi-build-job', 'error', 'build', '.gitlab-ci.yml', 1, 'm', ?, ?, ?, ?, ?, ?)
                        """)
                .param(project)
                .param("f" + IDS.incrementAndGet())
                .param(relevant)
                .param(fixed == null ? "open" : "fixed")
                .param(at(seen))
                .param(at(seen))
                .param(fixed == null ? null : at(fixed))
                .param(applied)
                .update();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
