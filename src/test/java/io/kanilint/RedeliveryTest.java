package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.dashboard.Visitor;
import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator has a delivery worked off again. */
class RedeliveryTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void heal() {
        gitlab.heal();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefusedForAWrongTokenIsReviewedAfterTheRepair(Database database) {
        var service = SharedService.on(database);
        gitlab.fail(always(), ours("GET", "")).with(401);
        service.review(mergeRequest, "open");
        assertThat(verdicts(service)).containsExactly("refused");
        gitlab.heal();

        var admin = Visitor.administrator(service);
        String page = "/deliveries/" + id(service);
        assertThat(admin.page(page)).contains("give Kanilint a new one", "Deliver again</button>");
        assertThat(admin.press(page, page + "/again").statusCode()).isEqualTo(302);
        assertThat(admin.page(page)).contains("It is queued again");
        service.settle(mergeRequest);

        assertThat(verdicts(service)).containsExactly("reviewed");
        assertThat(service.outcomes(mergeRequest)).containsExactly("refused", "reviewed");
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(admin.page(page)).contains("Looked at " + mergeRequest.headSha(), "/reviews/");
        assertThat(audited(service)).containsExactly("admin redeliver delivery " + id(service));
    }

    @ParameterizedTest
    @EnumSource
    void aCommandThatFailedIsTriedAgain(Database database) {
        var service = SharedService.on(database);
        var talk = new Talk(gitlab, service, mergeRequest);
        gitlab.fail(always(), ours("GET", "/discussions")).with(403);
        Note note = talk.comment(talk.developer(), "@kanilint-bot help");
        assertThat(talk.state(note)).isEqualTo("failed");
        gitlab.heal();

        var admin = Visitor.administrator(service);
        String page = "/deliveries/" + id(service);
        admin.press(page, page + "/again");
        talk.settle(note);
        assertThat(talk.state(note)).isEqualTo("answered");
        assertThat(verdicts(service)).containsExactly("answered");
        assertThat(admin.page(page)).contains("Its command did not fail", "@kanilint-bot help");
    }

    @ParameterizedTest
    @EnumSource
    void whatCannotBeDoneAgainSaysWhy(Database database) {
        var service = SharedService.on(database);
        gitlab.webhook(service.hookUri())
                .withToken(RunningService.WEBHOOK_TOKEN)
                .send("Push Hook", """
                        {"object_kind": "push", "project_id": %d, "ref": "refs/heads/main", "after": "%s"}
                        """.formatted(mergeRequest.project().id(), mergeRequest.headSha()));
        var admin = Visitor.administrator(service);
        String page = "/deliveries/" + id(service);
        assertThat(admin.page(page)).contains("Resend Request");
        admin.press("/projects/" + mergeRequest.project().id(), page + "/again");
        assertThat(verdicts(service)).containsExactly("ignored");
        assertThat(audited(service)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfOneThatWasNeverLookedAtAskedForNothing(Database database) {
        var service = SharedService.on(database);
        assertThat(service.hook(mergeRequest, "merge")).isEqualTo(202);
        assertThat(verdicts(service)).containsExactly("ignored");
        String page = "/deliveries/" + id(service);
        var admin = Visitor.administrator(service);
        assertThat(admin.page(page)).contains("It asked for no review").doesNotContain("Deliver again</button>");
        assertThat(admin.press("/projects/" + mergeRequest.project().id(), page + "/again")
                        .statusCode())
                .isEqualTo(302);
    }

    @ParameterizedTest
    @EnumSource
    void withoutATokenOfThePageNothingIsDone(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        var admin = Visitor.administrator(service);
        assertThat(admin.post("/deliveries/" + id(service) + "/again", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(verdicts(service)).containsExactly("reviewed");
    }

    private Calls ours(String method, String part) {
        String project = "/projects/" + mergeRequest.project().id() + "/";
        return (used, url) -> used.equals(method) && url.contains(project) && url.contains(part);
    }

    private long id(RunningService service) {
        return service.database()
                .sql("SELECT max(id) FROM delivery WHERE project_id = ?")
                .param(mergeRequest.project().id())
                .query(Long.class)
                .single();
    }

    private List<String> verdicts(RunningService service) {
        return service.database()
                .sql("SELECT verdict FROM delivery WHERE project_id = ? ORDER BY id")
                .param(mergeRequest.project().id())
                .query(String.class)
                .list();
    }

    private List<String> audited(RunningService service) {
        return service.database()
                .sql("SELECT who || ' ' || action || ' ' || subject FROM audit_entry WHERE subject = ?")
                .param("delivery " + id(service))
                .query(String.class)
                .list();
    }
}
