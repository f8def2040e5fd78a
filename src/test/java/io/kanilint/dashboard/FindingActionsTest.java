package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.Database;
import io.kanilint.RunningService;
import io.kanilint.SharedService;
import io.kanilint.access.Account;
import io.kanilint.access.Role;
import io.kanilint.review.Dismissals;
import io.kanilint.standin.MergeRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What administrators do with findings, and who may not. */
class FindingActionsTest {
    private static final List<String> ACTIONS = List.of("ignore", "false-alarm", "take-back", "check");

    private static final String CI_FILE = """
            build:
              image:
                name: ghcr.io/osscontainertools/kaniko:debug
                entrypoint: [""]
              script:
                - /kaniko/executor --context a --destination registry.example.com/a:1
                - /kaniko/executor --context b --destination registry.example.com/b:1
            """;

    private RunningService service = SharedService.on(Database.H2);

    @ParameterizedTest
    @EnumSource
    void aFindingIsPutAsideAndTakenBack(Database database) throws Exception {
        service = SharedService.on(database);
        var mergeRequest = reviewed();
        long id = finding(mergeRequest);
        var admin = visitor(Role.ADMINISTRATOR);

        var answer = admin.post("/findings/" + id + "/ignore", " We live\r\nwith it.  ");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/findings/" + id);
        service.settle(mergeRequest);
        assertThat(admin.get("/findings/" + id).body())
                .contains("The finding is ignored in this project", "We live\nwith it.", "Let it count again")
                .doesNotContain("<textarea");
        assertThat(dismissal(mergeRequest, id)).contains("ignored");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");

        admin.post("/findings/" + id + "/take-back", "");
        service.settle(mergeRequest);
        assertThat(dismissal(mergeRequest, id)).isEmpty();
        assertThat(state(id)).isEqualTo("open");

        admin.post("/findings/" + id + "/false-alarm", "There is one executor.");
        service.settle(mergeRequest);
        assertThat(dismissal(mergeRequest, id)).contains("false_alarm");
        assertThat(service.outcomes(mergeRequest)).hasSize(4);
        assertThat(service.database()
                        .sql("SELECT action FROM audit_entry WHERE subject LIKE ? AND who = 'somebody' ORDER BY id")
                        .param("finding " + id + ":%")
                        .query(String.class)
                        .list())
                .containsExactly("ignore", "take_back", "false_alarm");
    }

    @Test
    void aMergeRequestIsCheckedAgain() throws Exception {
        var mergeRequest = reviewed();
        long id = finding(mergeRequest);

        visitor(Role.ADMINISTRATOR).post("/findings/" + id + "/check", "");
        service.settle(mergeRequest);

        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");
        assertThat(service.database()
                        .sql("SELECT ci_path FROM review_request WHERE project_id = ?")
                        .param(mergeRequest.project().id())
                        .query(String.class)
                        .list())
                .containsExactly(".gitlab-ci.yml");
    }

    @Test
    void aReasonIsNeeded() throws Exception {
        var mergeRequest = reviewed();
        long id = finding(mergeRequest);
        var admin = visitor(Role.ADMINISTRATOR);

        admin.post("/findings/" + id + "/ignore", "  \r\n ");
        assertThat(admin.get("/findings/" + id).body()).contains("Give a reason");
        admin.post("/findings/" + id + "/false-alarm", "r".repeat(1001));
        assertThat(admin.get("/findings/" + id).body()).contains("at most 1000 characters", ">rrr");
        assertThat(dismissal(mergeRequest, id)).isEmpty();
        admin.post("/findings/" + id + "/ignore", "r".repeat(1000));
        assertThat(dismissal(mergeRequest, id)).contains("ignored");
        service.settle(mergeRequest);
    }

    @Test
    void othersMayNot() throws Exception {
        var mergeRequest = reviewed();
        long id = finding(mergeRequest);
        var viewer = visitor(Role.VIEWER);
        service.database()
                .sql("INSERT INTO visible_project (user_id, project_id) VALUES (?, ?)")
                .params(-1, mergeRequest.project().id())
                .update();
        assertThat(viewer.get("/findings/" + id).statusCode()).isEqualTo(200);
        for (String action : ACTIONS) {
            assertThat(viewer.post("/findings/" + id + "/" + action, "x").statusCode())
                    .isEqualTo(403);
            assertThat(visitor(Role.ADMINISTRATOR)
                            .post("/findings/" + id + "/" + action, "x", "")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visitor(Role.ADMINISTRATOR)
                            .post("/findings/999999999/" + action, "x")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor(Role.ADMINISTRATOR)
                            .get("/findings/" + id + "/" + action)
                            .statusCode())
                    .isEqualTo(405);
        }
        assertThat(dismissal(mergeRequest, id)).isEmpty();
        assertThat(service.outcomes(mergeRequest)).hasSize(1);
    }

    @Test
    void otherOpenMergeRequestsWithTheFindingFollow() throws Exception {
        var first = reviewed();
        long id = finding(first);
        var project = first.project();
        service.database().sql("""
                        INSERT INTO finding (project_id, merge_request_iid, fingerprint, rule, severity, job, file, line, message,
                            relevant, state, first_seen_at, last_seen_at)
                        SELECT project_id, 900, fingerprint, rule, severity, job, file, line, message, TRUE, 'open',
                            first_seen_at, last_seen_at FROM finding WHERE id = ?
                        """).param(id).update();
        service.database()
                .sql("INSERT INTO merge_request (project_id, iid, title, web_url, source_branch, target_branch, state)"
                        + " VALUES (?, 900, '', '', '', '', 'opened')")
                .param(project.id())
                .update();

        visitor(Role.ADMINISTRATOR).post("/findings/" + id + "/ignore", "x");

        assertThat(service.database()
                        .sql("SELECT merge_request_iid FROM review_request WHERE project_id = ? ORDER BY 1")
                        .param(project.id())
                        .query(Long.class)
                        .list())
                .containsExactly((long) first.iid(), 900L);
        service.settle(first);
    }

    private MergeRequest reviewed() {
        var mergeRequest = SharedService.adding(CI_FILE);
        service.review(mergeRequest, "open");
        return mergeRequest;
    }

    private long finding(MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT min(id) FROM finding WHERE project_id = ?")
                .param(mergeRequest.project().id())
                .query(Long.class)
                .single();
    }

    private String state(long id) {
        return service.database()
                .sql("SELECT state FROM finding WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private java.util.Optional<String> dismissal(MergeRequest mergeRequest, long id) {
        String fingerprint = service.database()
                .sql("SELECT fingerprint FROM finding WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
        return service.bean(Dismissals.class)
                .of(mergeRequest.project().id(), fingerprint)
                .map(dismissal -> dismissal.kind().word());
    }

    private Visitor visitor(Role role) {
        return Visitor.of(service, new Account(role == Role.ADMINISTRATOR ? 1 : -1, "somebody", role));
    }
}
