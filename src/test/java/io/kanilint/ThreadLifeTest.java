package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.CommitStatus;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a thread while people push, resolve and push again. */
class ThreadLifeTest {
    private static final String CI = ".gitlab-ci.yml";

    private final StandInGitLab gitlab = SharedService.gitlab();
    private final RunningService service = SharedService.service();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void everyCallWasOneThatGitLabKnows() {
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    @Test
    void aFindingThatAPushRemovesIsAnsweredAndResolved() {
        service.review(mergeRequest, "open");
        push(CiFiles.ONE_BUILD);
        assertThat(thread().resolved()).isTrue();
        assertThat(said())
                .last()
                .asString()
                .startsWith(
                        "This is no longer found at " + mergeRequest.headSha().substring(0, 8));
        assertThat(states()).containsExactly("success");
    }

    @Test
    void aFindingThatComesBackOpensItsThreadAgain() {
        service.review(mergeRequest, "open");
        push(CiFiles.ONE_BUILD);
        push(Seed.CI_FILE);
        assertThat(thread().resolved()).isFalse();
        assertThat(said())
                .last()
                .asString()
                .startsWith("This is back at " + mergeRequest.headSha().substring(0, 8));
        assertThat(states()).containsExactly("failed");
        push(CiFiles.ONE_BUILD);
        assertThat(thread().resolved()).isTrue();
        assertThat(said()).hasSize(4);
        assertThat(mergeRequest.threads()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadSaysNothingOfWhatWasFoundInIt() {
        service.review(mergeRequest, "open");
        push(Seed.CI_FILE + "broken: [");
        assertThat(thread().resolved()).isFalse();
        assertThat(thread().notes()).hasSize(1);
        assertThat(findings("multi-build-job")).containsExactly("open");
        mergeRequest.resolve(thread(), gitlab.user("maintainer"));
        push(Seed.CI_FILE + "broken: {");
        push(Seed.CI_FILE);
        assertThat(thread().resolved()).as("a person resolved it").isTrue();
        assertThat(thread().notes()).hasSize(1);
        assertThat(findings("multi-build-job")).containsExactly("ignored");
        assertThat(findings("unreadable-configuration")).containsOnly("fixed");
    }

    private List<String> findings(String rule) {
        return service.database()
                .sql("SELECT state FROM finding WHERE project_id = ? AND rule = ? ORDER BY id")
                .params(mergeRequest.project().id(), rule)
                .query(String.class)
                .list();
    }

    @Test
    void aThreadThatAPersonResolvedStaysResolvedAndAsItIs() {
        service.review(mergeRequest, "open");
        mergeRequest.resolve(thread(), gitlab.user("maintainer"));
        String text = thread().first().body();
        push("# moved down\n" + Seed.CI_FILE.replace("stage: build", "stage: build\n  tags: [ docker ]"));
        assertThat(thread().resolved()).isTrue();
        assertThat(thread().first().body()).isEqualTo(text);
        assertThat(said()).hasSize(1);
        assertThat(states()).containsExactly("failed");
    }

    @Test
    void aThreadThatAPersonOpenedAgainIsResolvedWhenTheFindingIsGone() {
        service.review(mergeRequest, "open");
        mergeRequest.resolve(thread(), gitlab.user("maintainer"));
        mergeRequest.reopen(thread(), gitlab.user("maintainer"));
        mergeRequest.reply(thread(), gitlab.user("author"), "Will do.");
        push(CiFiles.ONE_BUILD);
        assertThat(thread().resolved()).isTrue();
    }

    @Test
    void aPersonsThreadIsNeverTouchedEvenWithACopyOfTheMarker() {
        service.review(mergeRequest, "open");
        Note copy =
                mergeRequest.comment(gitlab.user("copyist"), thread().first().body());
        mergeRequest.reply(mergeRequest.discussions().getLast(), gitlab.user("copyist"), "This makes it a thread.");
        push(CiFiles.ONE_BUILD);
        assertThat(mergeRequest.threads()).hasSize(2).last().satisfies(thread -> {
            assertThat(thread.first().id()).isEqualTo(copy.id());
            assertThat(thread.resolved()).isFalse();
            assertThat(thread.notes()).hasSize(2);
        });
    }

    @Test
    void aPushThatMovesTheJobKeepsTheOneThreadAndItsSuggestionApplies() {
        service.review(mergeRequest, "open");
        push("stages: [ build ]\n\n" + Seed.CI_FILE.replace("stage: build", "stage: build\n  tags: [ docker ]"));
        assertThat(mergeRequest.threads()).hasSize(1);
        assertThat(thread().line()).contains(14);
        assertThat(thread().first().body()).contains("```suggestion:-11+5\n", "tags: [ docker ]");
        mergeRequest.applySuggestion(thread().first().id());
        service.review(mergeRequest, "update");
        assertThat(states()).containsExactly("success");
        assertThat(mergeRequest.project().file(mergeRequest.headSha(), CI).orElseThrow())
                .startsWith("stages: [ build ]\n\nbuild_webui:\n");
    }

    @Test
    void eachOfTwoFindingsHasItsThread() {
        push(CiFiles.TWO_FINDINGS);
        assertThat(mergeRequest.threads())
                .extracting(Discussion::line)
                .extracting(line -> line.orElse(0))
                .containsExactly(11, 27);
        push(CiFiles.TWO_FINDINGS.replace("build_more:", "build_docs:"));
        assertThat(mergeRequest.threads()).extracting(Discussion::resolved).containsExactly(false, true, false);
        push(CiFiles.ONE_BUILD);
        assertThat(mergeRequest.threads()).allMatch(Discussion::resolved);
    }

    @Test
    void aCiFileThatIsDeletedResolvesItsThreads() {
        service.review(mergeRequest, "open");
        mergeRequest.project().delete("build-images", CI);
        service.review(mergeRequest, "update");
        assertThat(thread().resolved()).isTrue();
        assertThat(states()).containsExactly("success");
        int calls = gitlab.calls().size();
        service.review(mergeRequest, "update");
        assertThat(gitlab.calls()).as("no threads left to look after").hasSize(calls + 2);
    }

    @Test
    void whatAPersonAnsweredIsNotRewrittenUnderTheAnswer() {
        service.review(mergeRequest, "open");
        mergeRequest.reply(thread(), gitlab.user("author"), "Is that so?");
        String text = thread().first().body();
        push("# moved down\n" + Seed.CI_FILE);
        assertThat(thread().first().body())
                .as("only the numbers of lines differ")
                .isEqualTo(text);
        push("# moved down\n" + Seed.CI_FILE.replace("stage: build", "stage: build\n  tags: [ docker ]"));
        assertThat(thread().first().body()).as("the suggestion would be wrong").contains("tags: [ docker ]");
        push(CiFiles.ONE_BUILD);
        assertThat(thread().resolved()).isTrue();
    }

    @Test
    void aFindingThatReturnsAfterItsSuggestionWasAppliedOpensItsThreadAgain() {
        service.review(mergeRequest, "open");
        mergeRequest.applySuggestion(thread().first().id());
        service.review(mergeRequest, "update");
        push(Seed.CI_FILE);
        assertThat(thread().resolved()).isFalse();
        assertThat(said()).last().asString().startsWith("This is back");
        service.review(mergeRequest, "update");
        assertThat(said()).hasSize(2);
    }

    @Test
    void beyondTenThreadsTheRestIsOneCommentThatFollowsAlong() {
        push(jobs(13));
        assertThat(mergeRequest.threads()).hasSize(10);
        Note summary = mergeRequest.notes().getLast();
        assertThat(summary.body()).startsWith("**There is more.** 3 findings").contains("`job-13`");
        assertThat(mergeRequest.statuses().getLast().description()).isEqualTo("13 findings");
        service.review(mergeRequest, "update");
        assertThat(mergeRequest.notes()).hasSize(11).contains(summary);
        push(jobs(12));
        assertThat(mergeRequest.threads()).hasSize(10);
        assertThat(mergeRequest.notes())
                .hasSize(11)
                .anySatisfy(note -> assertThat(note.body()).startsWith("**There is more.** 2 findings"));
        push(jobs(1));
        assertThat(mergeRequest.threads())
                .filteredOn(thread -> !thread.resolved())
                .hasSize(1);
        assertThat(mergeRequest.notes())
                .anySatisfy(note -> assertThat(note.body()).startsWith("Nothing is left here"));
    }

    private static String jobs(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> CiFiles.twoBuildsIn("job-" + number)
                        .replace("registry.example/", "registry.example/" + number + "/"))
                .collect(Collectors.joining());
    }

    private void push(String ciFile) {
        mergeRequest.push(Map.of(CI, ciFile));
        service.review(mergeRequest, "update");
    }

    private Discussion thread() {
        return mergeRequest.threads().getFirst();
    }

    private List<String> said() {
        return mergeRequest.notes().stream()
                .filter(note -> note.author().equals(gitlab.bot()))
                .map(Note::body)
                .toList();
    }

    private List<String> states() {
        return mergeRequest.statuses().stream().map(CommitStatus::state).toList();
    }
}
