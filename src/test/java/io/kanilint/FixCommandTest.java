package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.Project;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command that commits. */
class FixCommandTest {
    private static final String CI = ".gitlab-ci.yml";
    private static final String FIX = "@kanilint-bot fix";

    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        gitlab.resume();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theFixIsCommittedAndTheNextReviewFindsNothing(Database database) {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var talk = new Talk(gitlab, SharedService.on(database), mergeRequest);
        talk.service().review(mergeRequest, "open");
        Note note = talk.comment(talk.developer(), FIX);
        assertThat(talk.answer(note)).startsWith("Committed as " + mergeRequest.headSha());
        assertThat(talk.emoji(note)).containsExactly("eyes", "white_check_mark");
        assertThat(mergeRequest.project().lastMessage("build-images"))
                .isEqualTo("Fix what Kanilint found\n\n- multi-build-job\n\nAsked for in %s#note_%d"
                        .formatted(mergeRequest.webUrl(), note.id()));
        talk.service().review(mergeRequest, "update");
        assertThat(mergeRequest.threads()).allMatch(thread -> thread.resolved());
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("success");
    }

    @Test
    void inTheThreadOfAFindingOnlyThatIsFixed() {
        MergeRequest mergeRequest = SharedService.adding(CiFiles.TWO_FINDINGS);
        var talk = new Talk(gitlab, service, mergeRequest);
        service.review(mergeRequest, "open");
        talk.reply(talk.developer(), FIX);
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads())
                .extracting(thread -> thread.resolved())
                .containsExactly(true, false);
        talk.comment(talk.developer(), FIX);
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.threads()).allMatch(thread -> thread.resolved());
    }

    @Test
    void whereThereIsNothingToFixThatIsSaid() {
        MergeRequest mergeRequest = SharedService.adding(CiFiles.ONE_BUILD);
        var talk = new Talk(gitlab, service, mergeRequest);
        String head = mergeRequest.headSha();
        assertThat(talk.answer(talk.comment(talk.developer(), FIX))).startsWith("There is nothing left to fix.");
        mergeRequest.close();
        assertThat(talk.answer(talk.comment(talk.developer(), FIX))).startsWith("This merge request is closed");
        assertThat(mergeRequest.headSha()).isEqualTo(head);
    }

    @Test
    void aPushInTheMeantimeIsNotOverwritten() throws Exception {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var talk = new Talk(gitlab, service, mergeRequest);
        Note note = mergeRequest.comment(talk.developer(), FIX);
        var gate = gitlab.pauseAt("POST", "/projects/" + mergeRequest.project().id() + "/repository/commits");
        gitlab.sendNoteHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, note);
        gate.awaitCall(Duration.ofSeconds(10));
        mergeRequest.push(Map.of(CI, "# mine\n" + Seed.CI_FILE));
        gitlab.resume();
        talk.settle(note);
        assertThat(talk.answer(note)).startsWith("Committed as " + mergeRequest.headSha());
        assertThat(mergeRequest.project().file("build-images", CI).orElseThrow())
                .startsWith("# mine\n")
                .contains("build_webui:");
    }

    @ParameterizedTest
    @EnumSource
    void aLostReplyLeadsToNoSecondCommit(Database database) {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        var talk = new Talk(gitlab, SharedService.on(database), mergeRequest);
        gitlab.loseTheReplyTo("POST", "/projects/" + mergeRequest.project().id() + "/repository/commits");
        Note note = talk.comment(talk.developer(), FIX);
        assertThat(talk.answer(note)).startsWith("Committed as " + mergeRequest.headSha());
        assertThat(mergeRequest.project().lastMessage("build-images")).contains("#note_" + note.id());
    }

    @Test
    void aProtectedBranchGetsAMergeRequest() {
        MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);
        Project project = mergeRequest.project().protect("build-images");
        var talk = new Talk(gitlab, service, mergeRequest);
        String head = mergeRequest.headSha();
        gitlab.loseTheReplyTo("POST", "/projects/" + project.id() + "/merge_requests");
        Note note = talk.comment(talk.developer(), FIX);
        MergeRequest offer = project.mergeRequests().getLast();
        assertThat(talk.answer(note)).contains("may not push", offer.webUrl());
        assertThat(project.mergeRequests()).hasSize(2);
        assertThat(offer.targetBranch()).isEqualTo("build-images");
        assertThat(offer.sourceBranch()).isEqualTo("kanilint/fix-%d-%d".formatted(mergeRequest.iid(), note.id()));
        assertThat(project.file(offer.sourceBranch(), CI).orElseThrow()).contains("build_webui:");
        assertThat(mergeRequest.headSha()).isEqualTo(head);
    }

    @Test
    void aForkGetsAMergeRequest() {
        Project project = SharedService.project();
        Project fork = project.fork(project.path() + "-fork");
        MergeRequest mergeRequest = fork(fork);
        var talk = new Talk(gitlab, service, mergeRequest);
        Note note = talk.comment(talk.developer(), FIX);
        assertThat(fork.mergeRequests()).singleElement().satisfies(offer -> {
            assertThat(offer.targetBranch()).isEqualTo("build-images");
            assertThat(talk.answer(note)).contains(offer.webUrl());
        });
    }

    @Test
    void whereNeitherIsAllowedThatIsSaid() {
        Project project = SharedService.project();
        Project fork = project.fork(project.path() + "-fork").refuseMergeRequests();
        MergeRequest mergeRequest = fork(fork);
        var talk = new Talk(gitlab, service, mergeRequest);
        Note note = talk.comment(talk.developer(), FIX);
        assertThat(talk.answer(note)).contains("lets it open no merge request against it");
        assertThat(talk.emoji(note)).containsExactly("eyes", "x");
        assertThat(project.branches()).isEqualTo(List.of("main"));
    }

    private static MergeRequest fork(Project fork) {
        return fork.mergeRequest("Build")
                .from("build-images")
                .toParent()
                .changing(CI, Seed.CI_FILE)
                .open();
    }
}
