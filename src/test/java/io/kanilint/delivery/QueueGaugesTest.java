package io.kanilint.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Monitoring may ask as often as it likes, and at bad times. */
class QueueGaugesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicInteger asked = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void theDatabaseIsAskedEvery15SecondsAtMost() {
        bind(() -> new WorkQueue.State(asked.get(), 100, 20, Optional.of(Duration.ofMillis(1500))));
        assertThat(length()).isEqualTo(21);
        assertThat(age()).isEqualTo(1.5);
        now = now.plusSeconds(14);
        assertThat(length()).isEqualTo(21);
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(1);
        assertThat(length()).isEqualTo(22);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatIsNotThereIsNoFigure() {
        bind(() -> {
            throw new IllegalStateException("no database");
        });
        assertThat(length()).isNaN();
        assertThat(age()).isNaN();
        assertThat(asked).hasValue(1);
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsNothingUpForLong() {
        var closing = new CountDownLatch(1);
        bind(() -> {
            try {
                closing.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return new WorkQueue.State(0, 0, 0, Optional.empty());
        });
        assertThat(length()).isNaN();
        now = now.plusSeconds(60);
        assertThat(length()).isNaN();
        assertThat(asked).as("one that waits is enough").hasValue(1);
        closing.countDown();
    }

    private double length() {
        return meters.get("kanilint.queue.length").gauge().value();
    }

    private double age() {
        return meters.get("kanilint.queue.oldest.age").gauge().value();
    }

    private void bind(Supplier<WorkQueue.State> answer) {
        var clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        var queue = new WorkQueue(JdbcClient.create(new SimpleDriverDataSource()), clock) {
            @Override
            public State now() {
                asked.incrementAndGet();
                return answer.get();
            }
        };
        gauges = new QueueGauges(queue, clock);
        gauges.bindTo(meters);
    }

    /** The registry itself would let go of it. */
    @SuppressWarnings("unused")
    private QueueGauges gauges;
}
