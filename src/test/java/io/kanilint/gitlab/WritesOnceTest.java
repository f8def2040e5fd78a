package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** HttpURLConnection, gitlab4j's own transport, sends the comment a second time here. */
class WritesOnceTest {
    private static final byte[] USER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\n\r\n{\"id\":1}"
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void aCommentIsNotSentAgainWhenAKeptConnectionCloses() throws Exception {
        List<String> requests = new CopyOnWriteArrayList<>();
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> serve(socket, requests));
            GitLab gitlab = Asked.gitlab("http://127.0.0.1:" + socket.getLocalPort());
            assertThat(gitlab.botId()).isEqualTo(1);
            assertThat(catchThrowableOfType(
                            GitLabUnavailable.class, () -> gitlab.openThread(3, 7, "x", new Place.OnMergeRequest())))
                    .isNotNull();
        }
        assertThat(requests).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    }

    private static void serve(ServerSocket socket, List<String> requests) {
        try {
            while (true) {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answerGetsOnly(connection, requests));
            }
        } catch (IOException _) {
            // The test is over.
        }
    }

    private static void answerGetsOnly(Socket connection, List<String> requests) {
        byte[] request = new byte[8192];
        try (connection) {
            int length;
            while ((length = connection.getInputStream().read(request)) > 0) {
                String text = new String(request, 0, length, StandardCharsets.US_ASCII);
                requests.add(text.lines().findFirst().orElse(""));
                if (!text.startsWith("GET")) {
                    return;
                }
                connection.getOutputStream().write(USER);
            }
        } catch (IOException _) {
            // The other side has gone.
        }
    }
}
