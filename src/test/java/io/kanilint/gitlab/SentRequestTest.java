package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever wants to know hears of each request, and of no secret. */
class SentRequestTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @Test
    void eachIsToldWithWhatBecameOfIt() {
        var heard = new ArrayList<SentRequest>();
        GitLab gitlab = Asked.gitlab(stub.baseUrl() + "/gitlab");
        Asked.answer(stub, okJson("{\"id\": 42}"));
        gitlab.botId();
        assertThat(SentRequest.during(Asked.gitlab(stub.baseUrl() + "/gitlab")::botId, heard::add))
                .isEqualTo(42);
        Asked.answer(stub, aResponse().withStatus(404));
        SentRequest.during(() -> gitlab.file(3, "a b", "main"), heard::add);
        Asked.answer(stub, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(() -> SentRequest.during(() -> gitlab.project(3), heard::add))
                .isInstanceOf(GitLabUnavailable.class);
        assertThat(heard)
                .containsExactly(
                        new SentRequest("GET", "/user", 200, Duration.ZERO),
                        new SentRequest("GET", "/projects/3/repository/files/a%20b/raw", 404, Duration.ZERO),
                        new SentRequest("GET", "/projects/3", 0, Duration.ZERO));
    }
}
