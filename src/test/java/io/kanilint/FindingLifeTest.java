package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Project;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a finding after its merge request, and by whose hand. */
class FindingLifeTest {
    private static final String CI = ".gitlab-ci.yml";

    private final Project project = SharedService.project();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(SharedService.gitlab().unknownCalls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSuggestionThatWasAppliedIsToldFromAnotherRepair(Database database) {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = open("images", Seed.CI_FILE);
        service.review(mergeRequest, "open");
        assertThat(finding(service, mergeRequest))
                .containsEntry("fixed_at", null)
                .containsEntry("severity_rank", 0);
        assertThat(detail(service))
                .containsEntry("head_sha", mergeRequest.headSha())
                .containsEntry("first_line", 6)
                .containsEntry("fix_safe", true);
        assertThat(detail(service).get("fix_patch"))
                .asString()
                .startsWith("--- a/" + CI + "\n")
                .contains("\n+build_api:");

        mergeRequest.applySuggestion(mergeRequest.threads().getFirst().first().id());
        service.review(mergeRequest, "update");
        assertThat(finding(service, mergeRequest))
                .containsEntry("state", "fixed")
                .containsEntry("applied", true);
        assertThat(finding(service, mergeRequest).get("fixed_at")).isNotNull();

        push(service, mergeRequest, Seed.CI_FILE);
        assertThat(finding(service, mergeRequest))
                .containsEntry("state", "open")
                .containsEntry("applied", false)
                .containsEntry("fixed_at", null);
        push(service, mergeRequest, CiFiles.ONE_BUILD);
        assertThat(finding(service, mergeRequest))
                .containsEntry("state", "fixed")
                .containsEntry("applied", false);
        assertThat(detail(service).get("fix_patch")).as("it can still be read").isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedMergeRequestTakesItsFindingsAlongUntilItIsOpenedAgain(Database database) {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = open("images", Seed.CI_FILE);
        service.review(mergeRequest, "open");
        assertThat(counts(service)).containsExactly("multi-build-job error open 1 1");
        mergeRequest.close();
        service.review(mergeRequest, "close");
        assertThat(finding(service, mergeRequest)).containsEntry("state", "closed");
        assertThat(counts(service)).containsExactly("multi-build-job error closed 1 1");
        assertThat(state(service, mergeRequest)).isEqualTo("closed");
        mergeRequest.reopen();
        service.review(mergeRequest, "reopen");
        assertThat(finding(service, mergeRequest)).containsEntry("state", "open");
        assertThat(counts(service)).containsExactly("multi-build-job error open 1 1");
        assertThat(mergeRequest.notes()).as("nothing was to be said").hasSize(1);

        mergeRequest.close();
        service.review(mergeRequest, "close");
        mergeRequest.reopen();
        push(service, mergeRequest, CiFiles.ONE_BUILD);
        assertThat(finding(service, mergeRequest)).containsEntry("state", "fixed");
        assertThat(mergeRequest.threads().getFirst().resolved()).isTrue();
    }

    /** Its review runs when it is closed, and has kept nothing yet. */
    @ParameterizedTest
    @EnumSource
    void oneThatIsClosedDuringItsReviewIsClosed(Database database) throws Exception {
        var service = SharedService.on(database);
        MergeRequest mergeRequest = open("images", Seed.CI_FILE);
        var gate = SharedService.gitlab().pauseAt("GET", "/projects/" + project.id() + "/merge_requests/1/diffs");
        service.hook(mergeRequest, "open");
        gate.awaitCall(Duration.ofSeconds(10));
        mergeRequest.close();
        assertThat(service.hook(mergeRequest, "close")).isEqualTo(202);
        SharedService.gitlab().resume();
        service.settle(mergeRequest);
        assertThat(finding(service, mergeRequest)).containsEntry("state", "closed");
    }

    /** What a merge request only inherits gives no reason to look at it again. */
    @ParameterizedTest
    @EnumSource
    void whatAReopenedMergeRequestInheritsIsOpenWithoutALook(Database database) {
        var service = SharedService.on(database);
        project.commit("main", Map.of(CI, Seed.CI_FILE));
        MergeRequest mergeRequest = open("images", Seed.CI_FILE + "# The end.\n");
        service.review(mergeRequest, "open");
        assertThat(finding(service, mergeRequest)).containsEntry("relevant", false);
        mergeRequest.push(Map.of(CI, Seed.CI_FILE, "README.md", "# Shop\n"));
        mergeRequest.close();
        service.review(mergeRequest, "close");
        assertThat(finding(service, mergeRequest)).containsEntry("state", "closed");
        mergeRequest.reopen();
        service.review(mergeRequest, "reopen");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "skipped", "skipped");
        assertThat(finding(service, mergeRequest)).containsEntry("state", "open");
    }

    @ParameterizedTest
    @EnumSource
    void aMergedFindingIsFixedWhenTheTargetBranchNoLongerHasIt(Database database) {
        var service = SharedService.on(database);
        project.commit("main", Map.of(CI, CiFiles.ONE_BUILD));
        project.commit("old", Map.of("README.md", "# Old\n"));
        MergeRequest merged = open("images", Seed.CI_FILE);
        service.review(merged, "open");
        String fixed = fixed(service);
        merged.merge();
        service.review(merged, "merge");
        assertThat(finding(service, merged)).containsEntry("state", "open");
        assertThat(state(service, merged)).isEqualTo("merged");

        service.review(open("old", CiFiles.ONE_BUILD + "# Old\n"), "open");
        assertThat(finding(service, merged)).as("that branch began before it").containsEntry("state", "open");
        MergeRequest repair = open("repair", fixed);
        service.review(repair, "open");
        assertThat(finding(service, merged))
                .as("it is in the target branch yet")
                .containsEntry("state", "open");
        repair.merge();
        service.review(repair, "merge");

        var project2 = project.mergeRequest("Into another").from("next").into("release");
        project.commit("release", Map.of("README.md", "# Release\n"));
        service.review(project2.changing(CI, fixed + "# Another\n").open(), "open");
        assertThat(finding(service, merged)).as("another branch").containsEntry("state", "open");

        MergeRequest next = open("later", fixed + "# Later\n");
        int before = SharedService.gitlab().calls().size();
        service.review(next, "open");
        assertThat(finding(service, merged)).containsEntry("state", "fixed").containsEntry("applied", true);
        assertThat(finding(service, merged).get("fixed_at")).isNotNull();
        int first = SharedService.gitlab().calls().size() - before;
        service.review(next, "open");
        assertThat(SharedService.gitlab().calls().size() - before - first)
                .as("it is not asked about again")
                .isLessThan(first);
    }

    private MergeRequest open(String branch, String ciFile) {
        return project.mergeRequest("Build the images")
                .from(branch)
                .changing(CI, ciFile)
                .open();
    }

    private static void push(RunningService service, MergeRequest mergeRequest, String ciFile) {
        mergeRequest.push(Map.of(CI, ciFile));
        service.review(mergeRequest, "update");
    }

    /** The CI file with the fix that was kept. */
    private String fixed(RunningService service) {
        String lines = detail(service).get("fix_lines").toString();
        assertThat(lines).startsWith("build_webui:\n");
        return lines + "\n";
    }

    private Map<String, Object> finding(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT * FROM finding WHERE project_id = ? AND merge_request_iid = ?")
                .params(project.id(), mergeRequest.iid())
                .query()
                .singleRow();
    }

    private Map<String, Object> detail(RunningService service) {
        return service.database().sql("""
                        SELECT d.* FROM finding_detail d JOIN finding f ON f.id = d.finding_id WHERE f.project_id = ?
                        """).param(project.id()).query().singleRow();
    }

    private String state(RunningService service, MergeRequest mergeRequest) {
        return service.database()
                .sql("SELECT state FROM merge_request WHERE project_id = ? AND iid = ?")
                .params(project.id(), mergeRequest.iid())
                .query(String.class)
                .single();
    }

    private List<String> counts(RunningService service) {
        return service.database()
                .sql("SELECT * FROM finding_count WHERE project_id = ? ORDER BY state")
                .param(project.id())
                .query((row, _) -> "%s %s %s %d %d"
                        .formatted(
                                row.getString("rule"),
                                row.getString("severity"),
                                row.getString("state"),
                                row.getInt("amount"),
                                row.getInt("shown")))
                .list();
    }
}
