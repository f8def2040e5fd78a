package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A body that stops arriving keeps nobody waiting and fills no log. */
@ExtendWith(OutputCaptureExtension.class)
class SlowBodyTest {

    @Test
    void aBodyThatDoesNotArriveIsGivenUp(CapturedOutput output) throws Exception {
        try (var service = RunningService.start(
                        SharedService.gitlab(),
                        Map.of("server.tomcat.connection-timeout", "200ms", "logging.level.io.kanilint", "warn"));
                var socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("""
                            POST /webhooks/gitlab HTTP/1.1\r
                            Host: localhost\r
                            X-Gitlab-Token: %s\r
                            Content-Length: 100\r
                            \r
                            {""".formatted(RunningService.WEBHOOK_TOKEN).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 408 ");
            assertThat(service.deliveries()).isZero();
        }
        assertThat(output).doesNotContain("\tat ", "ERROR");
    }
}
