package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswersFirstTest {
    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final AnswersFirst answers = new AnswersFirst(new Clock() {
        @Override
        public Instant instant() {
            return time.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    private void arrive(int webhooks, long millis) {
        IntStream.range(0, webhooks)
                .forEach(_ -> answers.giving(() -> {
                    time.set(time.get().plusMillis(millis));
                    return null;
                }));
    }

    private void pass(long seconds) {
        time.set(time.get().plusSeconds(seconds));
    }

    @Test
    void manyWithASlowOneHoldBackUntilTheEndOfTheNextSecond() {
        arrive(AnswersFirst.MANY - 1, 0);
        assertThat(answers.busy()).isFalse();
        arrive(1, AnswersFirst.SLOW);
        assertThat(answers.busy()).isTrue();
        pass(1);
        assertThat(answers.busy()).isTrue();
        pass(1);
        assertThat(answers.busy()).isFalse();
    }

    @Test
    void manyThatAreAnsweredQuicklyHoldNothingBack() {
        arrive(10 * AnswersFirst.MANY, 1);
        assertThat(answers.busy()).isFalse();
    }

    @Test
    void aSlowAnswerIsRememberedForAWhile() {
        arrive(1, AnswersFirst.SLOW);
        pass(AnswersFirst.MEMORY - 1);
        arrive(AnswersFirst.MANY, 0);
        assertThat(answers.busy()).isTrue();
        pass(2);
        arrive(AnswersFirst.MANY, 0);
        assertThat(answers.busy()).isFalse();
    }

    @Test
    void oneReviewAtATimeWhileManyArriveAndAllWhenTheyStop() throws InterruptedException {
        arrive(AnswersFirst.MANY, 0);
        arrive(1, AnswersFirst.SLOW);
        var running = new AtomicInteger();
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4)
                    .forEach(_ -> threads.submit(() -> answers.then(() -> {
                        running.incrementAndGet();
                        try {
                            return end.await(20, java.util.concurrent.TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })));
            await().until(() -> running.get() == 1);
            await().during(java.time.Duration.ofMillis(300)).until(() -> running.get() == 1);
            pass(2);
            await().until(() -> running.get() == 4);
            end.countDown();
        }
    }
}
