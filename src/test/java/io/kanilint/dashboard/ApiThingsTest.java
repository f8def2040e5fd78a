package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.SharedService;
import io.kanilint.rules.Rules;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Projects, merge requests, reviews, deliveries, rules and figures through the REST API. */
class ApiThingsTest {
    private static final String HOSTILE = "</script><b>\"\\ =cmd";

    @ParameterizedTest
    @EnumSource
    void projectsAreShownToWhomTheyMayBeShown(Database database) {
        var service = SharedService.on(database);
        var rows = new Rows(service);
        String group = "api-" + rows.project;
        long mine = rows.project(group + "/b");
        long also = rows.anotherProject(group + "/a", 1);
        long more = rows.anotherProject(group + "/ü_c", 2);
        long secret = rows.anotherProject(group + "/secret", 3);
        rows.count(mine, "multi-build-job", "error", 2);
        rows.count(mine, "floating-image-tag", "warning", 1);
        rows.count(secret, "multi-build-job", "error", 40);
        long review = rows.review(4, "skipped", HOSTILE);
        rows.step(review, 1, "changes", 42, 3);
        rows.gap(review, HOSTILE, "unreadable");
        rows.call(review, 1, HOSTILE, 404, 12);
        rows.call(review, 2, "/version", 0, 30_000);
        rows.finding(4, "multi-build-job", HOSTILE);
        Program admin = Program.administrator(service, false);
        Program viewer = Program.viewer(service, mine, also, more);

        assertThat(viewer.all("/api/v1/projects?limit=1")).containsExactly(also, mine, more);
        assertThat(viewer.all("/api/v1/projects?limit=1&sort=review")).containsExactly(more, also, mine);
        assertThat(viewer.all("/api/v1/projects?limit=1&sort=findings")).containsExactly(mine, more, also);
        assertThat(admin.all("/api/v1/projects?limit=3&text=" + group))
                .hasSize(4)
                .contains(secret);
        assertThat(viewer.all("/api/v1/projects?text=secret")).isEmpty();
        assertThat(viewer.all("/api/v1/projects?sort=findings&cursor=" + ApiCursor.opaque("41_0")))
                .containsExactly(mine, more, also);

        JsonNode project = viewer.json("/api/v1/projects/" + mine);
        assertThat(project.path("open").path("errors").asInt()).isEqualTo(2);
        assertThat(project.path("open").path("warnings").asInt()).isEqualTo(1);
        assertThat(project.at("/detail/reviews/0/id").asLong()).isEqualTo(review);
        assertThat(project.at("/detail/gaps/0/file").asString()).isEqualTo(HOSTILE);
        viewer.problem("/api/v1/projects/" + secret, 404);
        admin.json("/api/v1/projects/" + secret);

        JsonNode look = viewer.json("/api/v1/reviews/" + review);
        assertThat(look.path("reason").asString()).isEqualTo(HOSTILE);
        assertThat(look.at("/steps/0/gitlab_calls").asInt()).isEqualTo(3);
        assertThat(look.at("/steps/0/duration_ms").asInt()).isEqualTo(42);
        assertThat(look.path("calls")).hasSize(2);
        assertThat(look.at("/calls/0/path").asString()).isEqualTo(HOSTILE);
        assertThat(look.at("/calls/0/status").asInt()).isEqualTo(404);
        assertThat(look.at("/calls/1").has("status")).isFalse();
        assertThat(look.at("/calls/1/duration_ms").asInt()).isEqualTo(30_000);
        assertThat(look.at("/gaps/0/line").asInt()).isEqualTo(3);
        assertThat(look.path("gitlab_calls").asInt()).isEqualTo(9);
        JsonNode mergeRequest = viewer.json("/api/v1/projects/%d/merge-requests/4".formatted(mine));
        assertThat(mergeRequest.at("/findings/0/message").asString()).isEqualTo(HOSTILE);
        assertThat(mergeRequest.at("/reviews/0/id").asLong()).isEqualTo(review);

        Program other = Program.viewer(service, secret);
        other.problem("/api/v1/projects/" + mine, 404);
        other.problem("/api/v1/reviews/" + review, 404);
        other.problem("/api/v1/projects/%d/merge-requests/4".formatted(mine), 404);
        assertThat(other.all("/api/v1/projects")).containsExactly(secret);
        assertThat(open(other, "multi-build-job")).isEqualTo(40);
        assertThat(open(viewer, "multi-build-job")).isEqualTo(2);
        service.database()
                .sql("UPDATE finding_count SET shown = 4 WHERE project_id = ?")
                .param(mine)
                .update();
        assertThat(rule(admin, "multi-build-job").path("precision").asInt()).isBetween(1, 100);
        assertThat(rule(viewer, "multi-build-job").has("precision")).isFalse();
        assertThat(viewer.json("/api/v1/rules").path("items")).hasSize(Rules.ALL.size());
        JsonNode figures = viewer.json("/api/v1/overview");
        assertThat(figures.path("projects").asInt()).isEqualTo(3);
        assertThat(figures.at("/open/errors").asInt()).isEqualTo(2);
        assertThat(figures.path("worst_projects")).hasSize(1);
        assertThat(figures.path("weeks")).hasSize(13);
        admin.json("/api/v1/overview");
    }

    private static long open(Program program, String rule) {
        return rule(program, rule).path("open").asLong();
    }

    private static JsonNode rule(Program program, String rule) {
        return program.json("/api/v1/rules")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void deliveriesAreForAdministrators(Database database) {
        var service = SharedService.on(database);
        var rows = new Rows(service);
        long project = rows.project("api-deliveries-" + rows.project + "/x");
        long first = rows.delivery("merge_request open", "reviewed", 1, 0);
        long second = rows.delivery("push", "ignored", 0, 0);
        long third = rows.delivery("merge_request update", "refused", 1, 1);
        Program admin = Program.administrator(service, true);
        String list = "/api/v1/deliveries?limit=1&project=" + project;

        assertThat(admin.all(list)).containsExactly(third, second, first);
        assertThat(admin.all(list + "&verdict=refused")).containsExactly(third);
        assertThat(admin.all(list + "&event=push")).containsExactly(second);
        assertThat(admin.all(list + "&merge_request=1")).containsExactly(third, first);
        assertThat(admin.all(list + "&from=2026-03-02")).isEmpty();
        assertThat(admin.all("/api/v1/deliveries?project=none/of/these")).isEmpty();
        JsonNode delivery = admin.json("/api/v1/deliveries/" + second);
        assertThat(delivery.path("received_at").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(delivery.has("merge_request_iid")).isFalse();
        String obstacle = delivery.at("/detail/obstacle").asString();
        assertThat(Program.problem(admin.post("/api/v1/deliveries/" + second + "/redeliver", ""), 409)
                        .path("detail")
                        .asString())
                .isEqualTo(obstacle)
                .contains("GitLab can send it again");
        Program.problem(admin.post("/api/v1/deliveries/999999999/redeliver", ""), 404);
        Program viewer = Program.viewer(service, project);
        for (String path : List.of(list, "/api/v1/deliveries/" + first)) {
            viewer.problem(path, 403);
        }
    }
}
