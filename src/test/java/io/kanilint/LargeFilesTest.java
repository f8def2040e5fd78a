package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file that is larger than anything that is read takes away what it would add, and not the review. */
class LargeFilesTest {
    private static final String CI = ".gitlab-ci.yml";
    /** More than is asked of GitLab. */
    private static final String LARGE = ("# " + "x".repeat(100_000) + "\n").repeat(108);

    private static final String TOO_LARGE = "The file is too large to be read: it has more than 2.0 MB.";

    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void aScript() {
        MergeRequest mergeRequest = reviewed(Map.of(
                CI, Seed.CI_FILE + "\nlong:\n  image: alpine\n  script:\n    - sh ci/long.sh\n", "ci/long.sh", LARGE));
        assertThat(bodies(mergeRequest)).singleElement().asString().contains("multi-build-job");
        assertThat(gaps(mergeRequest))
                .contains("The script 'ci/long.sh' is too large to be read: it has more than 1 MB.");
    }

    @Test
    void anIncludedFile() {
        MergeRequest mergeRequest =
                reviewed(Map.of(CI, "include: ci/large.yml\n" + Seed.CI_FILE, "ci/large.yml", LARGE));
        assertThat(bodies(mergeRequest))
                .hasSize(2)
                .anyMatch(body -> body.contains("multi-build-job"))
                .anyMatch(body -> body.contains(TOO_LARGE));
        assertThat(gaps(mergeRequest)).contains("'ci/large.yml' cannot be read.");
    }

    @Test
    void theCiFileItself() {
        MergeRequest mergeRequest = reviewed(Map.of(CI, Seed.CI_FILE + LARGE));
        assertThat(bodies(mergeRequest))
                .singleElement()
                .asString()
                .contains("unreadable-configuration")
                .contains(TOO_LARGE);
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
    }

    @Test
    void theSettings() {
        var project = SharedService.project();
        project.commit(project.defaultBranch(), Map.of(".kanilint.yml", LARGE));
        MergeRequest mergeRequest =
                SharedService.change(project).changing(CI, Seed.CI_FILE).open();
        service.review(mergeRequest, "open");
        assertThat(bodies(mergeRequest)).singleElement().asString().contains("multi-build-job");
        assertThat(gaps(mergeRequest))
                .contains("The settings on the target branch are not used. .kanilint.yml:1:1: " + TOO_LARGE);
    }

    private MergeRequest reviewed(Map<String, String> files) {
        var opening = SharedService.change(SharedService.project());
        files.forEach(opening::changing);
        MergeRequest mergeRequest = opening.open();
        service.review(mergeRequest, "open");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
        return mergeRequest;
    }

    private static List<String> bodies(MergeRequest mergeRequest) {
        return mergeRequest.threads().stream()
                .map(thread -> thread.first().body())
                .toList();
    }

    private List<String> gaps(MergeRequest mergeRequest) {
        return service.database()
                .sql("""
                        SELECT gap.reason FROM review_gap gap JOIN review ON review.id = gap.review_id
                        WHERE review.project_id = ? AND review.merge_request_iid = ?
                        """)
                .params(mergeRequest.project().id(), mergeRequest.iid())
                .query(String.class)
                .list();
    }
}
