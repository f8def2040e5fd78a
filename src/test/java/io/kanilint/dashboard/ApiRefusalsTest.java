package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.SharedService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the REST API does not do, and how it says so: always as a problem, never as a page. */
class ApiRefusalsTest {
    private final Program admin = Program.administrator(SharedService.service(), true);
    private final Program viewer = Program.viewer(SharedService.service());

    @Test
    void eachWrongParameterIsNamed() {
        JsonNode problem = admin.problem(
                "/api/v1/findings?severity=bad&rule=none&from=2026-13-01&limit=101&cursor=%00&merge_request=x&sort=a&scope=b"
                        + "&state=c&text=ab&to=1&project=%07&group=%07&branch=%07",
                400);

        assertThat(problem.path("errors")
                        .valueStream()
                        .map(error -> error.path("parameter").asString()))
                .containsExactlyInAnyOrder(
                        "severity",
                        "rule",
                        "from",
                        "limit",
                        "cursor",
                        "merge_request",
                        "sort",
                        "scope",
                        "state",
                        "text",
                        "to",
                        "project",
                        "group",
                        "branch");
        assertThat(problem.path("errors").valueStream())
                .allSatisfy(error -> assertThat(error.path("detail").asString()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/findings?severty=error, severty",
        "/findings?state=open&state=fixed, state",
        "/findings?limit=0, limit",
        "/findings?limit=-1, limit",
        "/findings?cursor=MC4xIE9SIDE, cursor",
        "/projects?cursor=AF8x, cursor",
        "/findings?merge_request=7, merge_request",
        "/findings?from=2026-02-01&to=2026-01-01, from",
        "/findings/1?verbose=1, verbose",
        "/projects?q=x, q",
        "/projects?sort=size, sort",
        "/projects?limit=1000, limit",
        "/projects?cursor=x, cursor",
        "/projects?text=%07, text",
        "/projects?sort=review&cursor=KzEwMDAwMC0wMS0wMVQwMDowMDowMFpfMQ, cursor",
        "/deliveries?verdict=lost, verdict",
        "/deliveries?merge_request=1, merge_request",
        "/deliveries?mergeRequest=1, mergeRequest",
        "/deliveries?from=2026-02-01&to=2026-01-01, from",
        "/deliveries?cursor=KzEwMDAwMC0wMS0wMVQwMDowMDowMFpfMQ, cursor",
        "/rules?limit=1, limit",
        "/overview?x=, x"
    })
    void aWrongParameterIsNamed(String path, String parameter) {
        assertThat(admin.problem("/api/v1" + path, 400)
                        .path("errors")
                        .path(0)
                        .path("parameter")
                        .asString())
                .isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1",
                "/api/v2/findings",
                "/api/v1/nothing",
                "/api/v1/findings/",
                "/api/v1/findings/x",
                "/api/v1/findings/-1",
                "/api/v1/findings/999999999999999999",
                "/api/v1/findings/9999999999999999999",
                "/api/v1/projects/999999999999",
                "/api/v1/projects/999999999999/merge-requests/1",
                "/api/v1/reviews/999999999999",
                "/api/v1/deliveries/999999999999"
            })
    void whatIsNotThereIsAProblem(String path) {
        admin.problem(path, 404);
        Program.problem(admin.get(path, "Accept", "text/html,*/*;q=0.8"), 404);
    }

    @Test
    void aWrongMethodOrFormIsAProblem() {
        var wrong = admin.send("DELETE", "/api/v1/findings", "");
        Program.problem(wrong, 405);
        assertThat(wrong.headers().firstValue("Allow").orElseThrow()).contains("GET");
        Program.problem(admin.post("/api/v1/findings", "{}"), 405);
        Program.problem(admin.get("/api/v1/findings/1/ignore"), 405);
        Program.problem(admin.get("/api/v1/findings", "Accept", "text/html"), 406);
        Program.problem(admin.send("POST", "/api/v1/findings/1/ignore", "reason=x", "Content-Type", "text/plain"), 415);
        // Tomcat cannot read this one.
        admin.problem("/api/v1/findings?cursor=%F0", 400);
        // Spring's firewall refuses it before any controller.
        Program.problem(admin.get("/api/v1/findings;a=b"), 400);
        Program.problem(admin.get("/api/v1/findings;a=b", "Accept", "text/html"), 400);
    }

    @Test
    void aWrongBodyIsAProblem() {
        for (String body : List.of("{", "[]", "\"x\"", "{\"reason\": {}}", "{\"reason\": \"x\"", "nothing")) {
            Program.problem(admin.post("/api/v1/findings/1/ignore", body), 400);
        }
        Program.problem(admin.post("/api/v1/findings/1/ignore", ""), 400);
        Program.problem(admin.post("/api/v1/findings/1/ignore", "{\"reason\": \"" + "x".repeat(20_000) + "\"}"), 413);
        var rows = new FindingRows(SharedService.service());
        rows.project(1, "images");
        long id = rows.add(1, 1, "f");
        for (String body : List.of(
                "{}",
                "{\"reason\": null}",
                "{\"reason\": \" \"}",
                "{\"reason\": \"%s\"}".formatted("x".repeat(1001)))) {
            assertThat(Program.problem(admin.post("/api/v1/findings/" + id + "/false-alarm", body), 400)
                            .path("errors")
                            .path(0)
                            .path("parameter")
                            .asString())
                    .isEqualTo("reason");
        }
        assertThat(rows.state(id)).isEqualTo("open");
        Program.problem(admin.post("/api/v1/findings/" + id + "/take-back", ""), 409);
    }

    @Test
    void onlyAnAdministratorsTokenWithTheScopeWriteChangesSomething() {
        Program reading = Program.administrator(SharedService.service(), false);
        var rows = new FindingRows(SharedService.service());
        rows.project(1, "images");
        long id = rows.add(1, 1, "f");
        for (Program program : List.of(reading, viewer, Program.viewer(SharedService.service(), rows.projectId(1)))) {
            for (String action : List.of("ignore", "false-alarm", "take-back", "check-again")) {
                Program.problem(program.post("/api/v1/findings/" + id + "/" + action, "{\"reason\": \"x\"}"), 403);
            }
            Program.problem(program.post("/api/v1/deliveries/1/redeliver", ""), 403);
        }
        assertThat(rows.state(id)).isEqualTo("open");
        viewer.problem("/api/v1/deliveries", 403);
        viewer.problem("/api/v1/deliveries/1", 403);
    }

    @Test
    void withoutAGoodTokenNothingIsTold() {
        String hash = "SELECT max(id) FROM api_token";
        var database = SharedService.service().database();
        Program revoked = Program.viewer(SharedService.service());
        database.sql("UPDATE api_token SET revoked_at = created_at WHERE id = (%s)".formatted(hash))
                .update();
        Program expired = Program.viewer(SharedService.service());
        database.sql("UPDATE api_token SET expires_at = created_at WHERE id = (%s)".formatted(hash))
                .update();
        for (var program : Map.of(
                        "no",
                        admin.with(""),
                        "unknown",
                        admin.with("kani_" + "x".repeat(43)),
                        "r",
                        revoked,
                        "e",
                        expired)
                .values()) {
            for (String path :
                    List.of("/findings", "/projects", "/reviews/1", "/deliveries", "/rules", "/overview", "/none")) {
                program.problem("/api/v1" + path, 401);
            }
        }
        assertThat(admin.with("").get("/v3/api-docs").statusCode()).isEqualTo(302);
    }
}
