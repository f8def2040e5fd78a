package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.demo.Seed;
import io.kanilint.standin.StandInGitLab;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What was given to the service in confidence is in no table, no log and no answer. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsTest {
    private static final String PASSWORD = "a-password-of-the-administrator";
    private static final String CLIENT_SECRET = "a-client-secret-of-the-login";
    private static final String OTHER_TOKEN = "another-webhook-token-for-tests";
    private static final String WRONG_TOKEN = "a-token-that-somebody-guessed";

    @ParameterizedTest
    @EnumSource
    void areKeptAndToldNowhere(Database database, CapturedOutput output) throws Exception {
        var settings = new HashMap<>(database.settings());
        settings.put("kanilint.access.admin-password", PASSWORD);
        settings.put("kanilint.login.client-id", "an-application");
        settings.put("kanilint.login.client-secret", CLIENT_SECRET);
        settings.put("kanilint.webhook.tokens", RunningService.WEBHOOK_TOKEN + "," + OTHER_TOKEN);
        settings.put("logging.level.io.kanilint", "trace");
        try (var gitlab = StandInGitLab.start();
                var service = RunningService.start(gitlab, settings)) {
            var project = gitlab.project("shop/images");
            project.commit(project.defaultBranch(), Map.of("README.md", "# Images\n"));
            var mergeRequest = SharedService.change(project)
                    .changing(".gitlab-ci.yml", Seed.CI_FILE)
                    .open();
            service.review(mergeRequest, "open");
            gitlab.fail(io.kanilint.standin.Times.always(), (_, url) -> url.contains("/merge_requests/"))
                    .with(401);
            mergeRequest.push(Map.of("README.md", "# All images\n"));
            service.review(mergeRequest, "update");
            String refused = service.post(BodyPublishers.ofString("{}"), "X-Gitlab-Token", WRONG_TOKEN)
                    .body();

            List<String> secrets = List.of(
                    gitlab.token(), RunningService.WEBHOOK_TOKEN, OTHER_TOKEN, WRONG_TOKEN, PASSWORD, CLIENT_SECRET);
            Map<String, String> tables = Tables.of(service.database());
            assertThat(tables).containsKeys("delivery", "review_call", "local_administrator", "scheduled_tasks");
            assertThat(tables.get("review_call")).contains("/merge_requests/");
            assertThat(service.outcomes(mergeRequest)).containsExactly("reviewed", "refused");
            assertThat(secrets).allSatisfy(secret -> {
                assertThat(tables)
                        .allSatisfy((name, rows) -> assertThat(rows).as(name).doesNotContain(secret));
                assertThat(refused).doesNotContain(secret);
                assertThat(output.toString()).doesNotContain(secret);
            });
        }
    }
}
