package io.kanilint;

import static io.kanilint.standin.Times.always;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kanilint.demo.Seed;
import io.kanilint.review.Dismissals;
import io.kanilint.standin.Emoji;
import io.kanilint.standin.MergeRequest;
import io.kanilint.standin.StandInGitLab;
import io.kanilint.standin.User;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What monitoring reads after some work. */
class MetricsTest {
    private static final String CI = ".gitlab-ci.yml";

    private StandInGitLab gitlab;
    private RunningService service;

    @BeforeEach
    void start() {
        gitlab = StandInGitLab.start();
        service = RunningService.start(gitlab, Map.of("logging.level.io.kanilint", "error"));
    }

    @AfterEach
    void stop() {
        service.close();
        gitlab.close();
    }

    @Test
    void countsWhatWasDone() throws Exception {
        assertThat(scrape())
                .as("there before anything happens")
                .contains("kanilint_findings_total{rule=\"multi-build-job\"} 0.0");
        MergeRequest mergeRequest = open("shop/images", Seed.CI_FILE);
        service.review(mergeRequest, "open");
        expect("kanilint_deliveries_total{verdict=\"reviewed\"}", 1);
        expect("kanilint_acknowledgement_seconds_count{status=\"202\"}", 1);
        expect("kanilint_acknowledgement_seconds_bucket{status=\"202\",le=\"10.0\"}", 1);
        expect("kanilint_reviews_seconds_count{outcome=\"reviewed\"}", 1);
        expect("kanilint_findings_total{rule=\"multi-build-job\"}", 1);
        expect(
                "kanilint_gitlab_calls_seconds_count{"
                        + "endpoint=\"/projects/:id/merge_requests/:iid/discussions\",status=\"201\"}",
                1);
        expect("kanilint_queue_length", 0);
        expect("kanilint_queue_oldest_age_seconds", 0);

        User reader = gitlab.user("reader");
        thumb(mergeRequest, new Emoji(reader, "thumbsdown", true));
        thumb(mergeRequest, new Emoji(reader, "thumbsdown", true));
        thumb(mergeRequest, new Emoji(reader, "thumbsup", true));
        expect("kanilint_false_alarms_total{rule=\"multi-build-job\"}", 1);
        expect("kanilint_deliveries_total{verdict=\"counted\"}", 2);
        expect("kanilint_deliveries_total{verdict=\"ignored\"}", 1);

        mergeRequest.applySuggestion(mergeRequest.threads().getFirst().first().id());
        service.review(mergeRequest, "update");
        expect("kanilint_fixes_total{applied=\"true\"}", 1);
        mergeRequest.push(Map.of(CI, Seed.CI_FILE));
        service.review(mergeRequest, "update");
        mergeRequest.push(Map.of(CI, CiFiles.ONE_BUILD));
        service.review(mergeRequest, "update");
        expect("kanilint_fixes_total{applied=\"false\"}", 1);
        // Once, though it came back.
        expect("kanilint_findings_total{rule=\"multi-build-job\"}", 1);
        expect("kanilint_reviews_seconds_count{outcome=\"reviewed\"}", 4);
    }

    @Test
    void whatAnAdministratorCallsWrongCountsOnce() throws Exception {
        MergeRequest mergeRequest = open("shop/wrong", CiFiles.TWO_FINDINGS);
        service.review(mergeRequest, "open");
        var found = service.database()
                .sql("SELECT fingerprint, rule FROM finding WHERE project_id = ? ORDER BY id LIMIT 1")
                .param(mergeRequest.project().id())
                .query()
                .singleRow();
        String series = "kanilint_false_alarms_total{rule=\"%s\"}".formatted(found.get("rule"));
        double before = value(series);
        Dismissals dismissals = service.bean(Dismissals.class);
        for (var kind : List.of(Dismissals.Kind.IGNORED, Dismissals.Kind.FALSE_ALARM, Dismissals.Kind.FALSE_ALARM)) {
            dismissals.add(
                    mergeRequest.project().id(),
                    String.valueOf(found.get("fingerprint")),
                    kind,
                    "x",
                    "y",
                    Instant.now());
        }
        expect(series, before + 1);
    }

    @Test
    void whatGoesWrongIsTold() throws Exception {
        service.post(BodyPublishers.ofString("{}"), "X-Gitlab-Token", "a-wrong-one");
        expect("kanilint_acknowledgement_seconds_count{status=\"401\"}", 1);
        MergeRequest mergeRequest = open("shop/closed-to-us", Seed.CI_FILE);
        String project = "/projects/" + mergeRequest.project().id() + "/";
        gitlab.fail(always(), (_, url) -> url.contains(project)).with(403);
        service.review(mergeRequest, "open");
        gitlab.heal();
        expect("kanilint_deliveries_total{verdict=\"refused\"}", 1);
        expect("kanilint_reviews_seconds_count{outcome=\"refused\"}", 1);
        assertThat(scrape())
                .containsPattern("kanilint_gitlab_calls_seconds_count\\{endpoint=\"[^\"]+\",status=\"403\"}");
    }

    @Test
    void namesNoProjectAndNoSecret() throws Exception {
        MergeRequest mergeRequest = open("shop/hidden-project", Seed.CI_FILE);
        service.review(mergeRequest, "open");
        var talk = new Talk(gitlab, service, mergeRequest);
        talk.comment(talk.developer(), "@kanilint-bot fix");
        service.review(mergeRequest, "update");
        assertThat(scrape())
                .doesNotContain(
                        "shop", "hidden-project", gitlab.token(), RunningService.WEBHOOK_TOKEN, CI, "build-images")
                .as("an endpoint that Endpoint lacks")
                .doesNotContain("endpoint=\"other\"");
    }

    private void thumb(MergeRequest mergeRequest, Emoji emoji) {
        assertThat(gitlab.sendEmojiHook(
                        service.hookUri(),
                        RunningService.WEBHOOK_TOKEN,
                        mergeRequest,
                        mergeRequest.threads().getFirst().first(),
                        emoji))
                .isEqualTo(202);
    }

    private MergeRequest open(String path, String ciFile) {
        var project = gitlab.project(path);
        project.commit(project.defaultBranch(), Map.of("README.md", "# Images\n"));
        return SharedService.change(project).changing(CI, ciFile).open();
    }

    /** Counted after the commit that the test has seen. */
    private void expect(String series, double amount) {
        await().untilAsserted(() -> assertThat(value(series)).as(series).isEqualTo(amount));
    }

    private double value(String series) throws Exception {
        var line = Pattern.compile("^" + Pattern.quote(series) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(scrape());
        assertThat(line.find()).as(series).isTrue();
        return Double.parseDouble(line.group(1));
    }

    @Test
    void nobodyReadsMetricsByWayOfAProxy() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            for (String header : List.of("X-Forwarded-For", "Forwarded", "X-Forwarded-Host")) {
                for (String path : List.of("prometheus", "health/readiness")) {
                    var request = HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + service.port() + "/actuator/" + path))
                            .header(header, header.equals("Forwarded") ? "for=192.0.2.1" : "192.0.2.1")
                            .build();
                    assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                            .as(header + " " + path)
                            .isEqualTo(path.equals("prometheus") ? 403 : 200);
                }
            }
        }
    }

    /** Anybody may; it is for the network inside. */
    private String scrape() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://localhost:" + service.port() + "/actuator/prometheus");
            var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }
}
