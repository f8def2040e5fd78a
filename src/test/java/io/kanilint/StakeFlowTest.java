package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.MergeRequestOpening;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Dockerfiles tell stands in the comment. */
class StakeFlowTest {
    private static final String TOLD =
            "\n\n`webui/Dockerfile` and `api/Dockerfile` both start from `python:3.12-slim` and both install `flask` and"
                    + " `requests` with pip: in the build of `api/Dockerfile`, pip finds them already installed and leaves"
                    + " them out of the image.\n\n**Fix:**";

    private final StandInGitLab gitlab = SharedService.gitlab();

    private static MergeRequestOpening opening(Map<String, String> files) {
        Project project = SharedService.project();
        project.commit(project.defaultBranch(), files);
        return SharedService.change(project).changing(".gitlab-ci.yml", Seed.CI_FILE);
    }

    private int review(MergeRequest mergeRequest, String action, RunningService service) {
        int before = mergeRequests(mergeRequest).size();
        service.review(mergeRequest, action);
        return mergeRequests(mergeRequest).size() - before;
    }

    private List<?> mergeRequests(MergeRequest mergeRequest) {
        return gitlab.calls(
                (_, url) -> url.contains("/projects/" + mergeRequest.project().id() + "/"));
    }

    private static String body(MergeRequest mergeRequest) {
        assertThat(mergeRequest.threads()).hasSize(1);
        return mergeRequest.threads().getFirst().first().body();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void standsThereOnceAndIsNotWrittenAgain(Database database) {
        RunningService service = SharedService.on(database);
        MergeRequest mergeRequest = opening(Seed.DOCKERFILES).open();
        // The token's user is asked for once at most, beyond these.
        assertThat(review(mergeRequest, "open", service)).isLessThanOrEqualTo(9);
        String body = body(mergeRequest);
        assertThat(body).containsOnlyOnce(TOLD);
        assertThat(body.indexOf("<details>")).isGreaterThan(body.indexOf(TOLD)).isPositive();
        mergeRequest.push(Map.of("README.md", "# another push\n"));
        assertThat(review(mergeRequest, "update", service)).isLessThanOrEqualTo(6);
        assertThat(body(mergeRequest)).isEqualTo(body);
        assertThat(gitlab.calls((method, url) -> method.equals("PUT")
                        && url.contains("/projects/" + mergeRequest.project().id() + "/")))
                .isEmpty();
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "reviewed");
    }

    @Test
    void followsTheDockerfiles() {
        RunningService service = SharedService.service();
        MergeRequest mergeRequest = opening(Seed.DOCKERFILES).open();
        service.review(mergeRequest, "open");
        mergeRequest.push(Map.of("api/Dockerfile", "FROM alpine:3.22\nRUN make\n"));
        service.review(mergeRequest, "update");
        assertThat(body(mergeRequest)).contains("`api/Dockerfile` is built from `alpine:3.22` on top of");
        mergeRequest.push(Map.of("api/Dockerfile", "FROM alpine:3.22\nCOPY . .\n"));
        service.review(mergeRequest, "update");
        assertThat(body(mergeRequest)).doesNotContain("Dockerfile`").contains("**Fix:**");
    }

    @Test
    void costsNoCallsWhereTheMergeRequestAddsThem() {
        MergeRequestOpening opening = opening(Map.of()).changing("more.txt", "x\n");
        Seed.DOCKERFILES.forEach(opening::changing);
        MergeRequest mergeRequest = opening.open();
        SharedService.service().review(mergeRequest, "open");
        assertThat(body(mergeRequest)).contains(TOLD);
        assertThat(gitlab.calls((_, url) -> url.contains("Dockerfile")
                        && url.contains("/projects/" + mergeRequest.project().id() + "/")))
                .isEmpty();
    }

    @Test
    void isLeftOutWhereTheyCannotBeRead() {
        RunningService service = SharedService.service();
        MergeRequest mergeRequest = opening(Seed.DOCKERFILES).open();
        gitlab.fail(times(1), calls("GET", "/projects/" + mergeRequest.project().id() + "/repository/files/webui"))
                .with(403);
        service.review(mergeRequest, "open");
        assertThat(body(mergeRequest)).doesNotContain("python:3.12").contains("**Fix:**");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    @Test
    void isLeftOutWhereThereAreNone() {
        MergeRequest mergeRequest = opening(Map.of("webui/Dockerfile", "FROM x\nRUN pip install y\n"))
                .open();
        SharedService.service().review(mergeRequest, "open");
        assertThat(body(mergeRequest)).doesNotContain("Dockerfile` ");
    }
}
