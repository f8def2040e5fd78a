package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.dashboard.Visitor;
import io.kanilint.demo.Seed;
import io.kanilint.review.DryRun;
import io.kanilint.review.Reviewer;
import io.kanilint.standin.Call;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a review would do now can be seen before it does it. */
class DryRunTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void heal() {
        gitlab.resume();
        gitlab.heal();
    }

    @ParameterizedTest
    @EnumSource
    void aReviewThenWritesThatVeryText(Database database) {
        var service = SharedService.on(database);
        DryRun opening = run(service);
        service.review(mergeRequest, "open");
        assertThat(kinds(opening)).containsExactly(DryRun.Kind.OPEN, DryRun.Kind.STATUS);
        assertThat(opening.actions().getFirst().text())
                .isEqualTo(mergeRequest.threads().getFirst().first().body());
        assertThat(opening.actions().getFirst().place()).isEqualTo(".gitlab-ci.yml, line 11");
        assertThat(opening.actions().getLast().text()).isEqualTo("failed: 1 finding");
        assertThat(run(service).actions()).isEmpty();

        mergeRequest.push(Map.of(".gitlab-ci.yml", "# moved\n\n" + Seed.CI_FILE.replace("api", "service")));
        DryRun rewriting = run(service);
        service.review(mergeRequest, "update");
        assertThat(kinds(rewriting)).containsExactly(DryRun.Kind.REWRITE, DryRun.Kind.STATUS);
        assertThat(rewriting.actions().getFirst().text())
                .isEqualTo(mergeRequest.threads().getFirst().first().body());

        mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.ONE_BUILD));
        DryRun resolving = run(service);
        service.review(mergeRequest, "update");
        assertThat(kinds(resolving)).containsExactly(DryRun.Kind.RESOLVE, DryRun.Kind.STATUS);
        assertThat(resolving.actions().getFirst().text()).isEqualTo(lastNote().body());

        mergeRequest.push(Map.of(".gitlab-ci.yml", Seed.CI_FILE));
        DryRun reopening = run(service);
        service.review(mergeRequest, "update");
        assertThat(kinds(reopening)).contains(DryRun.Kind.REOPEN, DryRun.Kind.STATUS);
        assertThat(reopening.actions().getFirst().text()).isEqualTo(lastNote().body());
    }

    @ParameterizedTest
    @EnumSource
    void theOneCommentOnTheRestIsShownToo(Database database) {
        var service = SharedService.on(database);
        mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.TWO_FINDINGS));
        mergeRequest.project().commit("main", Map.of(".kanilint.yml", "comments: {max: 1}\n"));
        DryRun run = run(service);
        service.review(mergeRequest, "open");
        assertThat(kinds(run)).containsExactly(DryRun.Kind.OPEN, DryRun.Kind.SUMMARY, DryRun.Kind.STATUS);
        List<String> posted = mergeRequest.notes().stream().map(Note::body).toList();
        assertThat(posted)
                .contains(run.actions().get(0).text(), run.actions().get(1).text());
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsItAndNothingIsWritten(Database database) {
        var service = SharedService.on(database);
        mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.twoBuildsIn("\"<script>alert(1)</script>\"")));
        gitlab.fail(always(), ours("GET", "/merge_requests/")).with(401);
        service.review(mergeRequest, "open");
        gitlab.heal();
        Map<String, String> before = tables(service);
        int calls = gitlab.calls().size();

        String page = "/projects/" + mergeRequest.project().id() + "/merge-requests/" + mergeRequest.iid();
        var admin = Visitor.administrator(service);
        assertThat(admin.page(page)).contains("Dry run</button>");
        var answer = admin.press(page, page + "/dry-run");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("Open a thread", ".gitlab-ci.yml, line ", "kanilint:", "Set the status", "failed: ")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(tables(service)).isEqualTo(before);
        assertThat(gitlab.calls().subList(calls, gitlab.calls().size()))
                .isNotEmpty()
                .extracting(Call::method)
                .containsOnly("GET");
        assertThat(mergeRequest.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatGitLabRefusesIsASentence(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        String page = "/projects/" + mergeRequest.project().id() + "/merge-requests/" + mergeRequest.iid();
        var admin = Visitor.administrator(service);
        gitlab.fail(always(), ours("GET", "")).with(503);
        assertThat(admin.press(page, page + "/dry-run").body()).contains("status 503");
        gitlab.heal();
        gitlab.fail(always(), ours("GET", "")).with(401);
        assertThat(admin.press(page, page + "/dry-run").body()).contains("give Kanilint a new one");
    }

    @Test
    void onlyAdministratorsMayAndOnlyFromThePage() {
        var service = SharedService.service();
        service.review(mergeRequest, "open");
        long project = mergeRequest.project().id();
        String path = "/projects/" + project + "/merge-requests/" + mergeRequest.iid() + "/dry-run";
        assertThat(Visitor.viewer(service, project)
                        .press("/projects/" + project, path)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Visitor.administrator(service).post(path, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(Visitor.administrator(service)
                        .press("/projects", "/projects/" + project + "/merge-requests/99/dry-run")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSlowGitLabIsNotWaitedForForEver() {
        var settings = Map.of(
                "kanilint.dashboard.longest-dry-run",
                "300ms",
                "kanilint.review.mode",
                "shadow",
                "logging.level.io.kanilint",
                "error");
        try (var service = RunningService.start(gitlab, settings)) {
            service.review(mergeRequest, "open");
            String page = "/projects/" + mergeRequest.project().id() + "/merge-requests/" + mergeRequest.iid();
            var admin = Visitor.administrator(service);
            gitlab.pauseAt("GET", "/projects/" + mergeRequest.project().id() + "/merge_requests/");
            assertThat(admin.press(page, page + "/dry-run").body()).contains("It was not done after 300 ms");
            gitlab.resume();
            assertThat(run(service).shadow()).isTrue();
            assertThat(kinds(run(service))).containsExactly(DryRun.Kind.OPEN, DryRun.Kind.STATUS);
        }
    }

    private DryRun run(RunningService service) {
        return service.bean(Reviewer.class).dryRun(mergeRequest.project().id(), mergeRequest.iid(), ".gitlab-ci.yml");
    }

    private static List<DryRun.Kind> kinds(DryRun run) {
        return run.actions().stream().map(DryRun.Action::kind).toList();
    }

    private Note lastNote() {
        return mergeRequest.threads().getFirst().notes().stream()
                .filter(note -> note.author().equals(gitlab.bot()) && !note.system())
                .toList()
                .getLast();
    }

    private Calls ours(String method, String part) {
        String project = "/projects/" + mergeRequest.project().id() + "/";
        return (used, url) -> used.equals(method) && url.contains(project) && url.contains(part);
    }

    /** All that the database holds, but for sessions. */
    private static Map<String, String> tables(RunningService service) {
        var tables = Tables.of(service.database());
        tables.keySet().removeIf(name -> name.startsWith("spring_session"));
        return tables;
    }
}
