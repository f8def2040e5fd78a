package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bytes of an answer. */
class AnswerStreamTest {
    private static final int LARGE = 1 << 20;

    private final AnswerRoom room = new AnswerRoom(1);

    @Test
    void aLargeOneWaitsForRoomUntilItsTimeIsUpAndTheRoomIsFreeAfterwards() throws Exception {
        try (var first = stream(AnswerRoom.LARGEST, -1, Duration.ofMinutes(1))) {
            assertThat(first.readNBytes(LARGE)).hasSize(LARGE);
            try (var second = stream(AnswerRoom.LARGEST, -1, Duration.ofMillis(50))) {
                assertThatThrownBy(() -> second.readNBytes(LARGE)).isInstanceOf(HttpTimeoutException.class);
            }
            try (var small = stream(LARGE, -1, Duration.ofMinutes(1))) {
                assertThat(small.readNBytes(AnswerRoom.SMALL)).hasSize(AnswerRoom.SMALL);
            }
            try (var passing = stream(AnswerRoom.LARGEST, -1, Duration.ofMinutes(1))) {
                assertThat(passing.passing().readNBytes(LARGE)).hasSize(LARGE);
            }
        }
        for (int i = 0; i < 3; i++) {
            try (var later = stream(AnswerRoom.LARGEST, LARGE, Duration.ofMinutes(1))) {
                assertThat(later.readNBytes(LARGE)).hasSize(LARGE);
            }
        }
    }

    @Test
    void aLargerOneIsRefused() {
        try (var stream = stream(LARGE - 1, -1, Duration.ofMinutes(1))) {
            assertThatThrownBy(() -> stream.readNBytes(LARGE))
                    .isInstanceOfSatisfying(
                            HttpFailure.class,
                            failure -> assertThat(failure.status).isEqualTo(413));
        }
    }

    private AnswerStream stream(int limit, long length, Duration patience) {
        var bytes = new ByteArrayInputStream(new byte[LARGE]);
        return new AnswerStream(bytes, room, limit, length, System.nanoTime() + patience.toNanos(), patience);
    }
}
