package io.kanilint;

import static io.kanilint.standin.Times.always;
import static io.kanilint.standin.Times.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.standin.Calls;
import io.kanilint.standin.Discussion;
import io.kanilint.standin.Job;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.Note;
import io.kanilint.standin.StandInGitLab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a job's log shows is said in the thread, once. */
class EvidenceTest {
    private static final String LOG = """
            $ /kaniko/executor --context webui
            INFO[0000] Retrieving image manifest python:3.12
            Successfully installed lab-alpha-1.0 lab-beta-1.0
            INFO[0019] Pushed registry.example/webui@sha256:1
            INFO[0000] Retrieving image manifest python:3.12
            Requirement already satisfied: lab-alpha in /usr/lib (1.0) @everyone ``` https://me:secret@example.com
            INFO[0009] Pushed registry.example/api@sha256:2
            """;

    private final StandInGitLab gitlab = SharedService.gitlab();
    private final MergeRequest mergeRequest = SharedService.adding(Seed.CI_FILE);

    @AfterEach
    void heal() {
        gitlab.heal();
        assertThat(gitlab.unknownCalls()).isEmpty();
    }

    private Job ran(String name, String log) {
        return mergeRequest.project().runJob(mergeRequest, name, "success", log);
    }

    private void hook(RunningService service, String event, String body) {
        assertThat(gitlab.webhook(service.hookUri())
                        .withToken(RunningService.WEBHOOK_TOKEN)
                        .send(event, body))
                .isEqualTo(202);
        settle(service);
    }

    private static void settle(RunningService service) {
        await().atMost(Duration.ofSeconds(20)).until(() -> tasks(service) == 0);
    }

    private static int tasks(RunningService service) {
        return service.database()
                .sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'job-log'")
                .query(Integer.class)
                .single();
    }

    private Discussion thread() {
        return mergeRequest.threads().getFirst();
    }

    private List<String> said() {
        return thread().notes().stream()
                .skip(1)
                .filter(note -> note.author().equals(gitlab.bot()))
                .map(Note::body)
                .toList();
    }

    private String verdict(RunningService service) {
        return service.database()
                .sql("SELECT verdict FROM delivery WHERE project_id = ? ORDER BY id DESC LIMIT 1")
                .param(mergeRequest.project().id())
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource
    void theThreadGetsOneWordHoweverManyHooksAndJobsThereAre(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        Job job = ran("build", LOG);
        hook(service, "Job Hook", job.hookBody());
        assertThat(verdict(service)).isEqualTo("reviewed");
        assertThat(said())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains(
                                "**This happened in [job %d](%s):**".formatted(job.id(), job.webUrl()),
                                "(`lab-alpha`)",
                                "\n````\nRequirement already satisfied: lab-alpha in /usr/lib (1.0) @everyone ``` …\n````")
                        .doesNotContain("secret"));
        assertThat(mergeRequest.mentions()).isEmpty();
        hook(service, "Pipeline Hook", job.pipelineHookBody());
        hook(service, "Job Hook", job.hookBody());
        hook(service, "Job Hook", ran("build", LOG).hookBody());
        assertThat(verdict(service)).isEqualTo("ignored");
        service.review(mergeRequest, "update");
        assertThat(said()).hasSize(1);
        assertThat(thread().resolved()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aPipelinesHookLeadsToTheLogsOfItsJobs(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        ran("test", LOG);
        Job job = ran("build 1/2", LOG);
        hook(service, "Pipeline Hook", job.pipelineHookBody());
        assertThat(said()).singleElement().asString().contains("[job " + job.id() + "]");
        assertThat(verdict(service)).isEqualTo("reviewed");
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongIsTriedAgainAndNotSaidTwice(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        gitlab.fail(times(2), Calls.calls("GET", "/trace")).with(502);
        gitlab.fail(times(1), Calls.calls("POST", "/notes")).with(503);
        hook(service, "Job Hook", ran("build", LOG).hookBody());
        assertThat(said()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aLogThatMayNotBeReadIsRefusedAndLetsTheNextJobSpeak(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        gitlab.fail(always(), Calls.calls("GET", "/trace")).with(403);
        Job job = ran("build", LOG);
        hook(service, "Job Hook", job.hookBody());
        assertThat(verdict(service)).isEqualTo("refused");
        gitlab.heal();
        hook(service, "Job Hook", job.hookBody());
        assertThat(said()).hasSize(1);
    }

    /** The first try gets as far as the thread, the second not even to the log. */
    @ParameterizedTest
    @EnumSource
    void aLogThatIsGivenUpHalfwayLetsTheNextJobSpeak(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        Job job = ran("build", LOG);
        gitlab.fail(times(1), Calls.calls("POST", "/notes")).with(503);
        var tries = new AtomicInteger();
        gitlab.fail(
                        always(),
                        (method, url) -> method.equals("GET") && url.contains("/trace") && tries.incrementAndGet() > 1)
                .with(403);
        hook(service, "Job Hook", job.hookBody());
        assertThat(verdict(service)).isEqualTo("refused");
        assertThat(said()).isEmpty();
        gitlab.heal();
        hook(service, "Job Hook", ran("build", LOG).hookBody());
        assertThat(said()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsReadWithoutAnOpenFindingOnThatJob(Database database) {
        var service = SharedService.on(database);
        Job early = ran("build", LOG);
        hook(service, "Job Hook", early.hookBody());
        service.review(mergeRequest, "open");
        hook(service, "Job Hook", ran("build_other", LOG).hookBody());
        mergeRequest.resolve(thread(), gitlab.user("maintainer"));
        hook(service, "Job Hook", ran("build", LOG).hookBody());
        assertThat(said()).isEmpty();
        mergeRequest.push(Map.of(".gitlab-ci.yml", CiFiles.ONE_BUILD));
        service.review(mergeRequest, "update");
        int calls = gitlab.calls().size();
        hook(service, "Job Hook", ran("build", LOG).hookBody());
        assertThat(gitlab.calls()).hasSize(calls);
        assertThat(verdict(service)).isEqualTo("ignored");
    }

    @ParameterizedTest
    @EnumSource
    void aHealthyLogAndAVeryLongOneAreRead(Database database) {
        var service = SharedService.on(database);
        service.review(mergeRequest, "open");
        hook(
                service,
                "Job Hook",
                ran("build", "INFO[0000] Retrieving image manifest\nDone\n").hookBody());
        assertThat(verdict(service)).isEqualTo("ignored");
        assertThat(said()).isEmpty();
        hook(
                service,
                "Job Hook",
                ran("build", LOG + "x".repeat(80).concat("\n").repeat(100_000)).hookBody());
        assertThat(said()).hasSize(1);
    }
}
