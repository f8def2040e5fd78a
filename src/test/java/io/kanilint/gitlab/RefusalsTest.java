package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static io.kanilint.gitlab.Asked.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer that is no success becomes: the same through gitlab4j as through our own calls. */
class RefusalsTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @ParameterizedTest
    @CsvSource({
        "400, does not accept",
        "401, expired",
        "403, Developer",
        "404, member",
        "405, does not accept",
        "422, does not accept"
    })
    void refusedWithAdvice(int status, String advice) {
        answer(
                stub,
                status(status).withHeader("Content-Type", "application/json").withBody("""
                {"message": {"line_code": ["can't be blank", "must be a valid line code"]}}"""));
        var refused = catchThrowableOfType(GitLabRefused.class, () -> gitlab().mergeRequest(3, 7));
        assertThat(refused)
                .hasMessageStartingWith("Could not read merge request 7 of project 3, GitLab answered " + status)
                .hasMessageContaining("must be a valid line code")
                .hasMessageContaining(advice);
        assertThat(refused.status()).isEqualTo(status);
        assertThat(catchThrowableOfType(GitLabRefused.class, () -> gitlab().threads(3, 7))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 502, 503, 504, 521})
    void unavailable(int status) {
        answer(stub, status(status).withHeader("Retry-After", "17").withBody("Retry later"));
        for (var unavailable : new GitLabUnavailable[] {
            catchThrowableOfType(GitLabUnavailable.class, () -> gitlab().mergeRequest(3, 7)),
            catchThrowableOfType(GitLabUnavailable.class, () -> gitlab().changes(3, 7)),
            catchThrowableOfType(GitLabUnavailable.class, () -> gitlab().resolve(3, 7, "t", true))
        }) {
            assertThat(unavailable).hasMessageContaining("" + status).hasMessageContaining("Retry later");
            // A write that ran into 504 may still be at work: then the wait is longer.
            assertThat(unavailable.retryAfter().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofSeconds(17));
        }
    }

    @ParameterizedTest
    @CsvSource({"503, 17, 17", "504, 17, 60", "504, 90, 90"})
    void aNewNoteMayBeOnItsWayThoughTheGatewayGaveUp(int status, String asked, long waits) {
        answer(stub, status(status).withHeader("Retry-After", asked));
        var unavailable = catchThrowableOfType(GitLabUnavailable.class, () -> gitlab().reply(3, 7, "t", "x"));
        assertThat(unavailable.retryAfter()).contains(Duration.ofSeconds(waits));
    }

    @Test
    void saysNothingAboutWaitingIfGitLabDoesNot() {
        answer(stub, status(429));
        assertThat(catchThrowableOfType(GitLabUnavailable.class, () -> gitlab().botId())
                        .retryAfter())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error": "insufficient_scope", "error_description": "needs api"}   | needs api
            {"error": "sha is missing"}                                         | sha is missing
            {"message": "404 Commit Not Found"}                                 | 404 Commit Not Found
            plain words                                                         | plain words
            """)
    void quotesGitLab(String body, String words) {
        answer(stub, status(400).withHeader("Content-Type", "application/json").withBody(body));
        var refused = catchThrowableOfType(GitLabRefused.class, () -> gitlab().botId());
        assertThat(refused).hasMessageContaining(": " + words);
    }

    @Test
    void quotesNoPagesAndNoNovels() {
        answer(stub, status(400).withBody("<html><body>a proxy's page</body></html>"));
        assertThat(catchThrowableOfType(GitLabRefused.class, () -> gitlab().botId()))
                .hasMessageNotContaining("proxy");
        answer(stub, status(400).withBody("x\n".repeat(1 << 20)));
        assertThat(catchThrowableOfType(GitLabRefused.class, () -> gitlab().botId())
                        .getMessage())
                .hasSizeLessThan(600)
                .doesNotContain("\n");
    }

    @Test
    void theNameOfAFileMakesNoLineOfItsOwn() {
        String name = "ci/a\n2026-03-01 WARN forged\r\u0085\u2028\u2029\u001b[2K\u202e\u2066\ud800.yml";
        for (int status : new int[] {403, 503}) {
            answer(stub, status(status));
            assertThat(catchThrowableOfType(GitLabException.class, () -> gitlab().file(3, name, "main")))
                    .hasMessageContaining("read ci/a?2026-03-01 WARN forged?????[2K???.yml at main");
        }
    }

    @Test
    void withoutATokenGitLabIsNotAsked() {
        var properties = new GitLabProperties(stub.baseUrl(), null, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        var gitlab = new GitLab(new GitLabHttp(properties, "Kanilint/test", InstantSource.system()));
        assertThat(gitlab.configured()).isFalse();
        var refused = catchThrowableOfType(GitLabRefused.class, gitlab::botId);
        assertThat(refused).hasMessageContaining("KANILINT_GITLAB_TOKEN");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(stub.getAllServeEvents()).isEmpty();
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl());
    }
}
