package io.kanilint.gitlab;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.kanilint.gitlab.Asked.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that fails is worth another try, through gitlab4j as through our own calls. */
class ConnectionTest {
    private static final Duration SHORT = Duration.ofMillis(400);

    @RegisterExtension
    final WireMockExtension stub = Asked.stub();

    @RegisterExtension
    final WireMockExtension tls = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicHttpsPort().bindAddress("127.0.0.1"))
            .build();

    @Test
    void refused() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertUnavailable(Asked.gitlab("http://127.0.0.1:" + closed), "could not be reached");
        assertThat(waitAfterAWrite("http://127.0.0.1:" + closed)).isEmpty();
    }

    @Test
    void aCertificateThatIsNotTrusted() {
        String url = "https://127.0.0.1:" + tls.getHttpsPort();
        assertUnavailable(Asked.gitlab(url), "is its certificate trusted here?");
        assertThat(waitAfterAWrite(url)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void brokenOff(Fault fault) {
        answer(stub, aResponse().withFault(fault));
        assertUnavailable(Asked.gitlab(stub.baseUrl()), "the connection to GitLab failed");
        assertThat(waitAfterAWrite(stub.baseUrl()))
                .as("GitLab may be at work on it")
                .contains(GitLabUnavailable.AT_WORK);
    }

    @Test
    void noAnswerInTime() {
        answer(stub, okJson("[]").withFixedDelay(60_000));
        assertUnavailable(Asked.gitlab(stub.baseUrl(), SHORT), "did not answer in time");
    }

    @Test
    void bodyThatTricklesIn() {
        answer(stub, okJson("[" + " ".repeat(1000) + "]").withChunkedDribbleDelay(100, 60_000));
        assertUnavailable(Asked.gitlab(stub.baseUrl(), SHORT), "did not answer in time");
    }

    @Test
    void bodyThatIsCutOff() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> answerHalf(socket));
            GitLab gitlab = Asked.gitlab("http://127.0.0.1:" + socket.getLocalPort());
            assertUnavailable(gitlab, "the connection to GitLab failed");
            server.interrupt();
        }
    }

    private static void answerHalf(ServerSocket socket) {
        byte[] half = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n[{\"id\""
                .getBytes(StandardCharsets.US_ASCII);
        while (!socket.isClosed()) {
            try (var connection = socket.accept()) {
                connection.getInputStream().read(new byte[8192]);
                connection.getOutputStream().write(half);
            } catch (Exception _) {
                return;
            }
        }
    }

    @Test
    void pageInsteadOfAnAnswer() {
        answer(stub, ok("<html>Sign in</html>").withHeader("Content-Type", "text/html"));
        assertUnavailable(Asked.gitlab(stub.baseUrl()), "sign-in page");
        answer(stub, okJson("[{\"id\": "));
        assertUnavailable(Asked.gitlab(stub.baseUrl()), "not what GitLab's API gives");
        answer(stub, ok());
        assertUnavailable(Asked.gitlab(stub.baseUrl()), "not what GitLab's API gives");
        answer(stub, ok("<html>Sign in</html>").withHeader("Content-Type", "text/html"));
        assertThat(waitAfterAWrite(stub.baseUrl())).isEmpty();
    }

    /** A service that is told to stop interrupts what it is doing. */
    @Test
    void aWriteThatIsInterruptedMayBeDoneAllTheSame() {
        answer(stub, okJson("{}").withFixedDelay(60_000));
        Thread.currentThread().interrupt();
        assertThat(waitAfterAWrite(stub.baseUrl())).contains(GitLabUnavailable.AT_WORK);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void interruptionIsKept() {
        answer(stub, okJson("[]").withFixedDelay(60_000));
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(
                        GitLabUnavailable.class,
                        () -> Asked.gitlab(stub.baseUrl()).threads(3, 7)))
                .isNotNull();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Optional<Duration> waitAfterAWrite(String url) {
        GitLab gitlab = Asked.gitlab(url);
        return catchThrowableOfType(
                        GitLabUnavailable.class, () -> gitlab.openThread(3, 7, "x", new Place.OnMergeRequest()))
                .retryAfter();
    }

    private static void assertUnavailable(GitLab gitlab, String words) {
        assertThat(catchThrowableOfType(GitLabUnavailable.class, () -> gitlab.mergeRequest(3, 7)))
                .hasMessageContaining(words);
        assertThat(catchThrowableOfType(GitLabUnavailable.class, () -> gitlab.threads(3, 7)))
                .hasMessageContaining(words);
    }
}
