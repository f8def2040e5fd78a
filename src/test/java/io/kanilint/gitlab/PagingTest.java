package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PagingTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void followsTheNumberOfTheNextPage() {
        page(1, threads(1, 100).withHeader("X-Next-Page", "2"));
        page(2, threads(101, 100).withHeader("X-Next-Page", "3"));
        page(3, threads(201, 2).withHeader("X-Next-Page", ""));
        assertThat(gitlab().threads(3, 7))
                .extracting(DiscussionThread::id)
                .hasSize(202)
                .endsWith("t201", "t202");
        assertThat(calls).hasValue(3);
    }

    @Test
    void followsTheLinkButNotItsAddress() {
        page(1, threads(1, 2).withHeader("Link", "<https://elsewhere.example.com/2>; rel=\"next\", <x>; rel=\"last\""));
        page(2, threads(3, 2).withHeader("Link", "<x>; rel=\"first\", <x>; rel=\"last\""));
        assertThat(gitlab().threads(3, 7)).hasSize(4);
        assertThat(calls).hasValue(2);
    }

    @Test
    void readsOnAfterAFullPageWithoutHeaders() {
        page(1, threads(1, 100));
        page(2, threads(101, 100));
        page(3, threads(201, 0));
        assertThat(gitlab().threads(3, 7)).hasSize(200);
        assertThat(calls).hasValue(3);
    }

    @Test
    void oneFailedPageFailsTheWholeList() {
        page(1, threads(1, 100).withHeader("X-Next-Page", "2"));
        page(2, status(502));
        assertThatThrownBy(() -> gitlab().threads(3, 7)).isInstanceOf(GitLabUnavailable.class);
    }

    @Test
    void endlessPagesEnd() {
        stub.stubFor(get(urlPathEqualTo("/api/v4/projects/3/merge_requests/7/discussions"))
                .willReturn(threads(1, 1).withHeader("X-Next-Page", "2")));
        assertThatThrownBy(() -> gitlab().threads(3, 7)).isInstanceOf(GitLabUnavailable.class);
        assertThat(calls).hasValue(200);
    }

    @Test
    void noListIsNoAnswer() {
        page(1, okJson("{\"message\": \"hello\"}"));
        assertThatThrownBy(() -> gitlab().threads(3, 7)).isInstanceOf(GitLabUnavailable.class);
    }

    private GitLab gitlab() {
        return Asked.gitlab(stub.baseUrl()).counting(calls);
    }

    private void page(int number, ResponseDefinitionBuilder answer) {
        stub.stubFor(get(urlPathEqualTo("/api/v4/projects/3/merge_requests/7/discussions"))
                .withQueryParam("page", equalTo(Integer.toString(number)))
                .withQueryParam("per_page", equalTo("100"))
                .willReturn(answer));
    }

    private static ResponseDefinitionBuilder threads(int from, int count) {
        return okJson(IntStream.range(from, from + count)
                .mapToObj("{\"id\": \"t%d\", \"notes\": [{\"id\": 1, \"body\": \"x\"}]}"::formatted)
                .collect(Collectors.joining(",", "[", "]")));
    }
}
