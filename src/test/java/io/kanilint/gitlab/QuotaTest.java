package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What GitLab's headers say about how much may still be asked. */
class QuotaTest {
    private static final String USER = "{\"id\": 42}";

    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void whenThePeriodIsOverAllAreLeft() {
        var end = Asked.NOW.plusSeconds(30);
        var quota = new Quota(600, 2, end, Asked.NOW);
        assertThat(quota.at(end.minusMillis(1))).contains(quota);
        assertThat(quota.at(end)).contains(new Quota(600, 600, null, Asked.NOW));
        assertThat(new Quota(0, 2, end, Asked.NOW).at(end)).isEmpty();
        assertThat(new Quota(0, 2, null, Asked.NOW).at(end)).isPresent();
    }

    @Test
    void isWhatWasSaidLast() {
        GitLab gitlab = Asked.gitlab(stub.baseUrl());
        assertThat(gitlab.quota()).isEmpty();
        Asked.answer(
                stub,
                okJson(USER)
                        .withHeader("RateLimit-Limit", "600")
                        .withHeader("RateLimit-Remaining", "599")
                        .withHeader("RateLimit-Reset", "1772366460"));
        gitlab.botId();
        assertThat(gitlab.quota()).contains(new Quota(600, 599, Instant.parse("2026-03-01T12:01:00Z"), Asked.NOW));
        Asked.answer(stub, okJson("{}").withHeader("RateLimit-Remaining", "many"));
        assertThatThrownBy(() -> gitlab.project(3)).isInstanceOf(GitLabException.class);
        assertThat(gitlab.quota().orElseThrow().remaining())
                .as("nothing of use was said")
                .isEqualTo(599);
        Asked.answer(stub, aResponse().withStatus(429).withHeader("RateLimit-Remaining", "0"));
        assertThatThrownBy(() -> gitlab.project(3)).isInstanceOf(GitLabException.class);
        assertThat(gitlab.quota()).contains(new Quota(0, 0, null, Asked.NOW));
    }
}
