package io.kanilint;

import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.CommitStatus;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the commit status goes, and that nothing depends on it. */
class StatusTest {
    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        gitlab.heal();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void itJoinsThePipelineOfTheHead() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        mergeRequest.runPipeline(false);
        service.review(mergeRequest, "open");
        assertThat(posted(mergeRequest)).singleElement().asString().contains("pipeline_id=");
        assertThat(states(mergeRequest.statuses())).containsExactly("failed");
    }

    @Test
    void itJoinsThePipelineOfMergedResults() {
        MergeRequest mergeRequest = SharedService.changing(CiFiles.ONE_BUILD, Seed.CI_FILE);
        String merged = mergeRequest.runPipeline(true);
        service.review(mergeRequest, "open");
        assertThat(mergeRequest.statuses()).isEmpty();
        assertThat(states(mergeRequest.project().statuses(merged))).containsExactly("failed");
    }

    @ParameterizedTest
    @EnumSource
    void aNewPipelineOfTheSameCommitGetsItToo(Database database) {
        var running = SharedService.on(database);
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        mergeRequest.runPipeline(false);
        running.review(mergeRequest, "open");
        running.review(mergeRequest, "reopen");
        assertThat(mergeRequest.statuses()).as("the same pipeline").hasSize(1);
        mergeRequest.runPipeline(false);
        running.review(mergeRequest, "reopen");
        running.review(mergeRequest, "reopen");
        assertThat(states(mergeRequest.statuses())).containsExactly("failed", "failed");
        assertThat(mergeRequest.statuses().stream().map(CommitStatus::pipelineId))
                .doesNotHaveDuplicates();
    }

    @Test
    void thePipelineThatAStatusMadeNeedsNoSecondOne() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        service.review(mergeRequest, "open");
        service.review(mergeRequest, "reopen");
        assertThat(mergeRequest.statuses()).hasSize(1);
        mergeRequest.runPipeline(true);
        service.review(mergeRequest, "reopen");
        service.review(mergeRequest, "reopen");
        assertThat(posted(mergeRequest)).hasSize(2);
    }

    @Test
    void anOlderPipelineIsLeftAlone() {
        MergeRequest mergeRequest = SharedService.changing(CiFiles.ONE_BUILD, Seed.CI_FILE);
        String merged = mergeRequest.runPipeline(true);
        mergeRequest.push(Map.of("README.md", "# newer\n"));
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.project().statuses(merged)).isEmpty();
        assertThat(states(mergeRequest.statuses())).containsExactly("failed");
    }

    @Test
    void thatOfAForkGoesToTheForkWhereThatIsAllowed() {
        Project project = SharedService.project();
        Project fork = project.fork("friend/" + project.path().replace('/', '-'));
        fork.member(gitlab.bot(), 30);
        MergeRequest mergeRequest = fork.mergeRequest("From a friend")
                .from("images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .toParent()
                .open();
        service.review(mergeRequest, "open");
        assertThat(states(fork.statuses(mergeRequest.headSha()))).containsExactly("failed");
        assertThat(project.statuses(mergeRequest.headSha())).isEmpty();
    }

    @Test
    void anUpdateInProgressIsWaitedFor() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        gitlab.fail(times(1), statuses(mergeRequest)).with(409);
        service.review(mergeRequest, "open");
        assertThat(states(mergeRequest.statuses())).containsExactly("failed");
        assertThat(mergeRequest.notes()).hasSize(1);
    }

    @Test
    void itCanBeSwitchedOff() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        try (var without = RunningService.start(
                gitlab, Map.of("kanilint.review.commit-status", "off", "logging.level.io.kanilint", "error"))) {
            without.review(mergeRequest, "open");
        }
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(mergeRequest.statuses()).isEmpty();
    }

    @Test
    void anInheritedErrorDoesNotFailIt() {
        MergeRequest mergeRequest = SharedService.changing(Seed.CI_FILE, Seed.CI_FILE + "test:\n  script: make\n");
        service.review(mergeRequest, "open");
        assertThat(states(mergeRequest.statuses())).containsExactly("success");
    }

    private static List<String> states(List<CommitStatus> statuses) {
        return statuses.stream().map(CommitStatus::state).toList();
    }

    private List<String> posted(MergeRequest mergeRequest) {
        return gitlab.calls(statuses(mergeRequest)).stream()
                .map(call -> call.body())
                .toList();
    }

    private static Calls statuses(MergeRequest mergeRequest) {
        return Calls.calls("POST", "/projects/" + mergeRequest.project().id() + "/statuses/");
    }
}
