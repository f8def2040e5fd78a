package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static io.kanilint.gitlab.Asked.TOKEN;
import static io.kanilint.gitlab.Asked.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The token goes to GitLab, and nowhere else. */
class SecrecyTest {
    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @RegisterExtension
    final WireMockExtension elsewhere = Asked.stub();

    static Stream<ResponseDefinitionBuilder> failures() {
        return Stream.of(
                status(401).withBody("{\"message\": \"no user has " + TOKEN + "\"}"),
                status(403).withBody("GET / HTTP/1.1\nPRIVATE-TOKEN: " + TOKEN),
                status(502).withBody(TOKEN),
                status(302).withHeader("Location", "https://other.example.com/?state=" + TOKEN),
                ok(TOKEN).withHeader("Content-Type", "application/json"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void noFailureShowsTheToken(ResponseDefinitionBuilder failure) {
        answer(stub, failure);
        GitLab gitlab = Asked.gitlab(stub.baseUrl());
        assertHidden(catchThrowableOfType(GitLabException.class, gitlab::botId));
        assertHidden(catchThrowableOfType(GitLabException.class, () -> gitlab.threads(3, 7)));
        assertThat(gitlab.toString()).doesNotContain(TOKEN);
    }

    private static void assertHidden(GitLabException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        assertThat(text + failure.toString()).doesNotContain(TOKEN).contains("Could not");
    }

    @Test
    void redirectsAreNotFollowed() {
        answer(elsewhere, "{\"id\": 1}");
        answer(stub, temporaryRedirect(elsewhere.baseUrl() + "/api/v4/user?secret"));
        GitLab gitlab = Asked.gitlab(stub.baseUrl());
        var refused = catchThrowableOfType(GitLabRefused.class, gitlab::botId);
        assertThat(refused.status()).isEqualTo(302);
        assertThat(refused)
                .hasMessageContaining(elsewhere.baseUrl())
                .hasMessageContaining("KANILINT_GITLAB_URL")
                .hasMessageNotContaining("secret");
        assertThat(catchThrowableOfType(GitLabRefused.class, () -> gitlab.file(3, "x", "main")))
                .isNotNull();
        assertThat(elsewhere.getAllServeEvents()).isEmpty();
    }
}
