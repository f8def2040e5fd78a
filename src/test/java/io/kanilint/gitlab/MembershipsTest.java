package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MembershipsTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void goesOnAfterTheLastIdOfAFullPage() {
        page(0, projects(1, 100));
        page(100, projects(101, 130));
        assertThat(gitlab().memberships("somebody's"))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 130).boxed().toList());
        assertThat(calls).hasValue(2);
        assertThat(stub.getAllServeEvents()).allSatisfy(event -> {
            assertThat(event.getRequest().getHeader("Authorization")).isEqualTo("Bearer somebody's");
            assertThat(event.getRequest().containsHeader("PRIVATE-TOKEN")).isFalse();
        });
    }

    @Test
    void givesUpOnAListThatGoesRound() {
        Asked.answer(stub, projects(1, 100));
        assertThatThrownBy(() -> gitlab().memberships("somebody's")).isInstanceOf(GitLabUnavailable.class);
        assertThat(calls).hasValue(2);
    }

    @Test
    void neverShowsTheAccessToken() {
        Asked.answer(stub, status(403).withBody("{\"message\": \"no scope for somebody's-token\"}"));
        assertThatThrownBy(() -> gitlab().memberships("somebody's-token"))
                .isInstanceOf(GitLabRefused.class)
                .hasMessageNotContaining("somebody's-token");
    }

    private void page(long after, String json) {
        stub.stubFor(get(urlPathEqualTo("/api/v4/projects"))
                .withQueryParam("id_after", equalTo(Long.toString(after)))
                .willReturn(okJson(json)));
    }

    private static String projects(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj("{\"id\": %d}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl()).counting(calls);
    }
}
