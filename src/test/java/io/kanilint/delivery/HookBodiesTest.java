package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;

/** All bodies together take no more memory than they are given. */
class HookBodiesTest {
    private static final int CHUNK = 64 * 1024;

    private Instant now = Instant.EPOCH;
    private final HookBodies bodies = new HookBodies(4, () -> now);

    @Test
    void aBodyIsHandedOnAsItCame() {
        byte[] body = new byte[2 * CHUNK + 7];
        body[CHUNK] = 5;
        assertThat(status(body)).isEqualTo(202);
        bodies.answer(body.length, new ByteArrayInputStream(body), read -> {
            assertThat(read.stream()).hasBinaryContent(body);
            return ResponseEntity.accepted().build();
        });
    }

    @Test
    void whatDoesNotFitBesideTheOthersIsSentAwayAndItsRoomIsFreed() {
        for (int i = 0; i < 10; i++) {
            assertThat(status(new byte[5 * CHUNK])).isEqualTo(503);
            assertThat(status(new byte[4 * CHUNK - 1])).isEqualTo(202);
        }
        var inside = bodies.answer(0, new ByteArrayInputStream(new byte[2 * CHUNK]), _ -> {
            assertThat(status(new byte[3])).as("a small one beside a large one").isEqualTo(202);
            assertThat(status(new byte[2 * CHUNK])).as("what just fits").isEqualTo(202);
            assertThat(status(new byte[2 * CHUNK + 1])).isEqualTo(503);
            return ResponseEntity.accepted().build();
        });
        assertThat(inside.getStatusCode().value()).isEqualTo(202);
    }

    @Test
    void largeOnesLeaveRoomForTheSmallThatNearlyAllAre() {
        var few = new HookBodies(HookBodies.RESERVE + 40, () -> now);
        var large = few.answer(-1, new ByteArrayInputStream(new byte[30 * CHUNK]), _ -> {
            assertThat(status(few, new byte[20 * CHUNK]))
                    .as("a second large one")
                    .isEqualTo(503);
            for (int i = 0; i < 10; i++) {
                assertThat(status(few, new byte[15 * CHUNK])).isEqualTo(202);
            }
            return ResponseEntity.accepted().build();
        });
        assertThat(large.getStatusCode().value()).isEqualTo(202);
    }

    @Test
    void oneThatBreaksOffFreesItsRoom() {
        for (int i = 0; i < 10; i++) {
            InputStream broken = new InputStream() {
                private int left = 2 * CHUNK;

                @Override
                public int read() throws IOException {
                    if (left-- > 0) {
                        return 'x';
                    }
                    throw new IOException("broken off");
                }
            };
            assertThat(bodies.answer(-1, broken, _ -> ResponseEntity.accepted().build())
                            .getStatusCode()
                            .value())
                    .isEqualTo(400);
        }
        assertThat(status(new byte[4 * CHUNK - 1])).isEqualTo(202);
    }

    @Test
    void whoSendsNextToNothingHasNextToNoRoom() throws Exception {
        var waits = new CountDownLatch(200);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                var slow = new SequenceInputStream(new ByteArrayInputStream(new byte[1]), waiting(waits, end));
                threads.execute(() -> bodies.answer(
                        100_000, slow, _ -> ResponseEntity.accepted().build()));
            }
            assertThat(waits.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(status(new byte[CHUNK / 2])).isEqualTo(202);
            end.countDown();
        }
    }

    private static InputStream waiting(CountDownLatch waits, CountDownLatch end) {
        return new InputStream() {
            @Override
            public int read() {
                waits.countDown();
                try {
                    end.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return -1;
            }
        };
    }

    @Test
    void oneThatTricklesInIsGivenUpAndFreesItsRoom() {
        InputStream trickle = new InputStream() {
            @Override
            public int read() {
                now = now.plusSeconds(4);
                return 'x';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };
        Instant start = now;
        assertThat(bodies.answer(
                                100_000, trickle, _ -> ResponseEntity.accepted().build())
                        .getStatusCode()
                        .value())
                .isEqualTo(408);
        assertThat(now).isBefore(start.plusSeconds(20));
        assertThat(status(new byte[4 * CHUNK - 1])).isEqualTo(202);
    }

    private int status(byte[] body) {
        return status(bodies, body);
    }

    private static int status(HookBodies bodies, byte[] body) {
        return bodies.answer(
                        body.length,
                        new ByteArrayInputStream(body),
                        _ -> ResponseEntity.accepted().build())
                .getStatusCode()
                .value();
    }
}
