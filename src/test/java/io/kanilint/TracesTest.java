package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.Collector.Span;
import io.kanilint.demo.Seed;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.trace.Traces;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a collector is told, and that there is nothing of it without one. */
class TracesTest {
    private static final String KEY = UUID.randomUUID().toString();

    private StandInGitLab gitlab;
    private Collector collector;

    @BeforeEach
    void start() throws Exception {
        gitlab = StandInGitLab.start();
        collector = Collector.start();
    }

    @AfterEach
    void stop() {
        collector.close();
        gitlab.close();
    }

    @Test
    void aReviewIsATraceOfStepsAndCalls() throws Exception {
        try (var service = traced()) {
            MergeRequest mergeRequest = open("shop/hidden-project");
            String number = Long.toString(mergeRequest.project().id());
            assertThat(hook(service, mergeRequest)).isEqualTo(202);
            service.settle(mergeRequest);
            service.post(BodyPublishers.ofString("{}"), "X-Gitlab-Token", "a-wrong-one");
            await().until(() -> collector.named("POST /webhooks/gitlab").size() == 2
                    && collector.named("review").size() == 1);

            // They may be told in any order.
            List<Span> answers = collector.named("POST /webhooks/gitlab").stream()
                    .sorted(Comparator.comparing(answer -> answer.attributes().get("http.response.status_code")))
                    .toList();
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.kind()).isEqualTo(2);
                assertThat(answer.parent()).isEmpty();
                assertThat(answer.error()).isFalse();
            });
            assertThat(answers.getFirst().attributes())
                    .containsOnly(
                            Map.entry("http.request.method", "POST"),
                            Map.entry("http.route", "/webhooks/gitlab"),
                            Map.entry("http.response.status_code", "202"),
                            Map.entry("kanilint.delivery", KEY));
            assertThat(answers.getLast().attributes())
                    .containsEntry("http.response.status_code", "401")
                    .doesNotContainKey("kanilint.delivery");

            Span review = collector.named("review").getFirst();
            assertThat(review.parent()).isEmpty();
            assertThat(review.kind()).isEqualTo(1);
            assertThat(review.attributes())
                    .containsOnly(
                            Map.entry("kanilint.project", number),
                            Map.entry("kanilint.merge_request", "1"),
                            Map.entry("kanilint.delivery", KEY),
                            Map.entry("kanilint.review", "1"),
                            Map.entry("kanilint.outcome", "reviewed"));
            List<Span> steps = collector.below(review).stream()
                    .filter(span -> span.kind() == 1)
                    .toList();
            assertThat(steps.stream().map(Span::name))
                    .contains(
                            "merge request",
                            "changes",
                            "CI file",
                            "settings",
                            "head",
                            "base",
                            "threads",
                            "comments",
                            "status");
            Set<String> inReview =
                    collector.below(review).stream().map(Span::id).collect(Collectors.toSet());
            inReview.add(review.id());
            List<Span> calls =
                    collector.spans().stream().filter(span -> span.kind() == 3).toList();
            assertThat(calls).hasSizeGreaterThan(5).allSatisfy(call -> {
                assertThat(inReview).contains(call.parent());
                assertThat(call.trace()).isEqualTo(review.trace());
                assertThat(call.attributes().keySet())
                        .isSubsetOf("http.request.method", "url.template", "http.response.status_code", "error.type");
                assertThat(call.name())
                        .isEqualTo(call.attributes().get("http.request.method") + " "
                                + call.attributes().get("url.template"));
                assertThat(call.events()).isZero();
            });
            assertThat(calls.stream().map(Span::name))
                    .contains(
                            "GET /projects/:id/merge_requests/:iid",
                            "POST /projects/:id/merge_requests/:iid/discussions");
            assertThat(collector.spans().stream().map(Span::name)).doesNotContain("GET other");
            assertThat(collector.spans()).as("as the documentation says").hasSizeBetween(20, 30);
            assertThat(collector.paths()).containsOnly("/v1/traces");
            assertThat(collector.text())
                    .contains("service.name")
                    .doesNotContain(
                            gitlab.token(),
                            RunningService.WEBHOOK_TOKEN,
                            "a-wrong-one",
                            "hidden-project",
                            "build-images",
                            "gitlab-ci.yml",
                            "executor");
        }
    }

    @Test
    void aFailureLeavesItsKindAndNotItsWords() {
        try (var service = traced()) {
            MergeRequest mergeRequest = open("shop/hidden-project");
            gitlab.fail(always(), (_, url) -> url.contains("/diffs")).with(500);
            hook(service, mergeRequest);
            await().until(() -> !collector.named("review").isEmpty());
            Span review = collector.named("review").getFirst();
            assertThat(review.error()).isTrue();
            assertThat(review.attributes())
                    .containsEntry("error.type", "io.kanilint.gitlab.GitLabUnavailable")
                    .doesNotContainKeys("kanilint.review");
            Span step = collector.named("changes").getFirst();
            assertThat(step.error()).isTrue();
            Span call = collector.below(step).getFirst();
            assertThat(call.error()).isTrue();
            assertThat(call.attributes())
                    .containsEntry("http.response.status_code", "500")
                    .containsEntry("error.type", "500");
            assertThat(collector.spans())
                    .allSatisfy(span -> assertThat(span.events()).isZero());
        }
    }

    @Test
    void commandsAndLogsOfJobsAreTracesToo() {
        try (var service = traced()) {
            MergeRequest mergeRequest = open("shop/images");
            service.review(mergeRequest, "open");
            var talk = new Talk(gitlab, service, mergeRequest);
            talk.comment(talk.developer(), "@kanilint-bot help");
            var job = mergeRequest.project().runJob(mergeRequest, "build", "success", "a-line-of-the-log");
            gitlab.webhook(service.hookUri())
                    .withToken(RunningService.WEBHOOK_TOKEN)
                    .send("Job Hook", job.hookBody());
            await().until(() -> !collector.named("command").isEmpty()
                    && !collector.named("job-log").isEmpty());
            for (String name : List.of("command", "job-log")) {
                Span task = collector.named(name).getFirst();
                assertThat(task.parent()).isEmpty();
                assertThat(task.attributes())
                        .containsEntry(
                                "kanilint.project",
                                Long.toString(mergeRequest.project().id()))
                        .containsEntry("kanilint.merge_request", "1")
                        .containsKey("kanilint.delivery");
                assertThat(collector.below(task)).as(name).isNotEmpty();
            }
            assertThat(collector.text()).doesNotContain("a-line-of-the-log", "help");
        }
    }

    @Test
    void metricsAreTheSame() throws Exception {
        Set<String> without;
        try (var service = RunningService.start(gitlab, Map.of("logging.level.io.kanilint", "error"))) {
            service.review(open("shop/one"), "open");
            without = series(service);
        }
        try (var service = traced()) {
            service.review(open("shop/two"), "open");
            assertThat(series(service)).isEqualTo(without);
        }
    }

    @Test
    void withoutACollectorThereIsNothing() {
        try (var service = RunningService.start(gitlab, Map.of("logging.level.io.kanilint", "error"))) {
            assertNothing(service);
        }
        var off =
                Map.of("management.opentelemetry.enabled", "false", "management.tracing.export.otlp.enabled", "false");
        off.forEach((name, value) -> {
            try (var service = traced(Map.of(name, value))) {
                assertNothing(service);
            }
        });
        assertThat(collector.paths()).isEmpty();
    }

    private static void assertNothing(RunningService service) {
        assertThat(service.bean(Traces.class)).isSameAs(Traces.NONE);
        assertThat(List.of(
                        io.opentelemetry.api.OpenTelemetry.class,
                        io.opentelemetry.api.trace.Tracer.class,
                        io.opentelemetry.sdk.trace.SpanProcessor.class,
                        io.opentelemetry.sdk.trace.export.SpanExporter.class,
                        io.opentelemetry.sdk.logs.SdkLoggerProvider.class,
                        io.micrometer.tracing.Tracer.class))
                .noneMatch(service::has);
        // Those of services of other tests may take a moment to end.
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .noneMatch(name -> name.contains("SpanProcessor")));
    }

    private RunningService traced() {
        return traced(Map.of());
    }

    private RunningService traced(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("logging.level.io.kanilint", "error");
        settings.put("management.opentelemetry.tracing.export.otlp.endpoint", collector.url() + "/v1/traces");
        settings.put("management.opentelemetry.tracing.export.schedule-delay", "100ms");
        return RunningService.start(gitlab, settings);
    }

    private int hook(RunningService service, MergeRequest mergeRequest) {
        return gitlab.webhook(service.hookUri())
                .withToken(RunningService.WEBHOOK_TOKEN)
                .send("Merge Request Hook", mergeRequest.hookBody("open"), KEY);
    }

    private MergeRequest open(String path) {
        var project = gitlab.project(path);
        project.commit(project.defaultBranch(), Map.of("README.md", "# Images\n"));
        return SharedService.change(project)
                .changing(".gitlab-ci.yml", Seed.CI_FILE)
                .open();
    }

    /** The names of all that is measured, with their labels. */
    private static Set<String> series(RunningService service) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://localhost:" + service.port() + "/actuator/prometheus");
            String text = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                    .body();
            return Pattern.compile("^(kanilint|http_server)[^ ]*", Pattern.MULTILINE)
                    .matcher(text)
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        }
    }
}
