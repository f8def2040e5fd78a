package io.kanilint;

import static io.kanilint.standin.Calls.calls;
import static io.kanilint.standin.Times.always;
import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.User;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While GitLab is away or in trouble, a review waits; in the end its comment is there, once. */
class OutageTest {
    private static StandInGitLab gitlab;
    private static RunningService service;
    private MergeRequest mergeRequest;

    @BeforeAll
    static void start() {
        gitlab = StandInGitLab.start();
        service = RunningService.start(
                gitlab,
                Map.of(
                        "kanilint.gitlab.connect-timeout", "300ms",
                        "kanilint.gitlab.read-timeout", "300ms",
                        "kanilint.retry.first", "20ms",
                        "logging.level.io.kanilint", "error"));
    }

    @AfterAll
    static void stop() {
        service.close();
        gitlab.close();
    }

    @BeforeEach
    void open() {
        var project = gitlab.project("shop/" + Instant.now().toEpochMilli() + "-" + System.nanoTime());
        project.commit("main", Map.of("README.md", "# Shop\n"));
        mergeRequest = project.mergeRequest("Build both images")
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
    }

    @AfterEach
    void heal() {
        gitlab.heal();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    static Stream<Calls> everyKindOfCall() {
        return Stream.of(
                calls("GET", "/merge_requests/1"),
                calls("GET", "/diffs"),
                calls("GET", "/repository/files"),
                calls("GET", "/discussions"),
                calls("POST", "/discussions"),
                calls("POST", "/statuses"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfCall")
    void aServerInTroubleIsAskedAgain(Calls kind) {
        gitlab.fail(times(3), kind).with(503);
        theCommentAppearsOnce();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfCall")
    void aCutConnectionIsTriedAgain(Calls kind) {
        gitlab.fail(times(3), kind).withConnectionReset();
        theCommentAppearsOnce();
    }

    @ParameterizedTest
    @MethodSource("everyKindOfCall")
    void aLostReplyToAnyCallLeavesOneComment(Calls kind) {
        gitlab.fail(times(1), kind).losingTheReply();
        theCommentAppearsOnce();
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedAgain() {
        gitlab.fail(times(1), calls("GET", "/diffs")).hangingFor(Duration.ofSeconds(2));
        theCommentAppearsOnce();
    }

    @Test
    void aWriteThatWasNotAnsweredIsGivenTimeToArriveBeforeItIsRepeated() {
        gitlab.fail(times(1), calls("POST", "/discussions")).hangingFor(Duration.ofMillis(1500));
        service.hook(mergeRequest, "open");
        awaitFailures(1);
        assertThat(mergeRequest.threads()).isEmpty();
        assertThat(service.task(mergeRequest).orElseThrow())
                .isAfter(Instant.now().plusSeconds(50));
        await().until(() -> mergeRequest.threads().size() == 1);
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(mergeRequest.notes()).hasSize(1);
        assertThat(mergeRequest.statuses()).hasSize(1);
    }

    @Test
    void aWriteThatWasCutOffIsGivenTimeToArriveBeforeItIsRepeated() {
        cutOffTheThread();
        await().until(() -> mergeRequest.threads().size() == 1);
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(mergeRequest.notes()).hasSize(1);
        assertThat(mergeRequest.statuses()).hasSize(1);
    }

    /** Who asks for a look brings it forward, but not to where it would not find what is on its way. */
    @Test
    void aRecheckDoesNotOvertakeTheWriteThatWasCutOff() {
        cutOffTheThread();
        User developer = gitlab.user("developer");
        mergeRequest.project().member(developer, 30);
        var talk = new Talk(gitlab, service, mergeRequest);
        Note note = mergeRequest.comment(developer, "@kanilint-bot recheck");
        gitlab.sendNoteHook(service.hookUri(), RunningService.WEBHOOK_TOKEN, mergeRequest, note);
        await().until(() -> talk.state(note).equals("reviewing"));
        assertThat(service.task(mergeRequest).orElseThrow())
                .isBetween(Instant.now().plusSeconds(40), Instant.now().plusSeconds(60));
        await().until(() -> mergeRequest.threads().size() == 1);
        service.hurry(mergeRequest);
        talk.settle(note);
        assertThat(talk.answers(note)).hasSize(1);
        assertThat(mergeRequest.notes()).hasSize(3);
    }

    private void cutOffTheThread() {
        gitlab.fail(times(1), calls("POST", "/discussions")).cutOffAndDoneAfter(Duration.ofMillis(1500));
        service.hook(mergeRequest, "open");
        awaitFailures(1);
        assertThat(mergeRequest.threads()).isEmpty();
        assertThat(service.task(mergeRequest).orElseThrow())
                .isAfter(Instant.now().plusSeconds(50));
    }

    @Test
    void theWaitThatGitLabAsksForIsKept() {
        gitlab.fail(times(1), calls("GET", "/merge_requests/")).rateLimited(Duration.ofSeconds(90));
        Instant start = Instant.now();
        service.hook(mergeRequest, "open");
        awaitFailures(1);
        assertThat(service.task(mergeRequest).orElseThrow())
                .isBetween(start.plusSeconds(90), Instant.now().plusSeconds(100));
        assertThat(mergeRequest.threads()).isEmpty();
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(mergeRequest.threads()).hasSize(1);
    }

    @Test
    void theThrottleInTheMiddleOfTheWritingIsNoDifferent() {
        gitlab.fail(times(1), calls("POST", "/statuses")).rateLimited(Duration.ofSeconds(90));
        service.hook(mergeRequest, "open");
        awaitFailures(1);
        assertThat(service.task(mergeRequest).orElseThrow())
                .isAfter(Instant.now().plusSeconds(80));
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(mergeRequest.notes()).hasSize(1);
        assertThat(mergeRequest.statuses()).hasSize(1);
    }

    @Test
    void eachFailureDoublesTheWait() {
        gitlab.fail(always(), calls("GET", "/merge_requests/")).with(502);
        eachDoublesTheWait();
    }

    /** What GitLab says if its clock is behind ours, too. */
    @Test
    void aWaitOfNothingLeavesItAtThat() {
        gitlab.fail(always(), calls("GET", "/merge_requests/")).rateLimited(Duration.ZERO);
        eachDoublesTheWait();
    }

    private void eachDoublesTheWait() {
        service.hook(mergeRequest, "open");
        for (int failures = 1; failures <= 11; failures++) {
            awaitFailures(failures);
            service.hurry(mergeRequest);
        }
        awaitFailures(12);
        assertThat(service.task(mergeRequest).orElseThrow())
                .isAfter(Instant.now().plusSeconds(30));
        gitlab.heal();
        service.hurry(mergeRequest);
        service.settle(mergeRequest);
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    static Stream<Calls> writesToThreads() {
        return Stream.of(calls("POST", "/notes"), calls("PUT", "/discussions"));
    }

    @ParameterizedTest
    @MethodSource("writesToThreads")
    void resolvingAndOpeningAgainAreFinishedWhateverIsCutShort(Calls kind) {
        service.review(mergeRequest, "open");
        for (String file : List.of(CiFiles.ONE_BUILD, Seed.CI_FILE, CiFiles.ONE_BUILD)) {
            mergeRequest.push(Map.of(".gitlab-ci.yml", file));
            gitlab.fail(times(1), kind).with(503);
            gitlab.fail(times(1), kind).losingTheReply();
            assertThat(service.hook(mergeRequest, "update")).isEqualTo(202);
            settle();
            assertThat(mergeRequest.threads())
                    .singleElement()
                    .satisfies(thread -> assertThat(thread.resolved()).isEqualTo(!file.equals(Seed.CI_FILE)));
        }
        assertThat(mergeRequest.notes())
                .as("comment, gone, back, gone; each once")
                .hasSize(4);
    }

    private void theCommentAppearsOnce() {
        assertThat(service.hook(mergeRequest, "open")).isEqualTo(202);
        settle();
        assertThat(mergeRequest.threads()).singleElement().satisfies(thread -> {
            assertThat(thread.line()).contains(11);
            assertThat(thread.resolved()).isFalse();
            assertThat(thread.notes()).hasSize(1);
        });
        assertThat(mergeRequest.statuses().getLast().state()).isEqualTo("failed");
        assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed");
    }

    /** Without the waits: where something that was made may be on its way, that is a minute. */
    private void settle() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    service.hurry(mergeRequest);
                    return service.task(mergeRequest).isEmpty();
                });
    }

    private void awaitFailures(int count) {
        await().pollInterval(Duration.ofMillis(10)).until(() -> service.failures(mergeRequest) >= count);
    }
}
