package io.kanilint.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * Shows the queue to monitoring. However often that asks, the database is asked every 15 seconds at most; and when it does
 * not answer, all other figures are shown all the same.
 */
@Component
class QueueGauges implements MeterBinder {
    static final Duration KEPT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final WorkQueue queue;
    private final Clock clock;
    private Instant askedAt = Instant.EPOCH;
    private CompletableFuture<WorkQueue.State> answer = new CompletableFuture<>();

    QueueGauges(WorkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge("kanilint.queue.length", state -> state.waiting() + state.later())
                .description("Tasks that wait for their turn or for another try, of all replicas together")
                .register(meters);
        gauge(
                        "kanilint.queue.oldest.age",
                        state -> state.oldest().map(Duration::toMillis).orElse(0L) / 1000.0)
                .description("How long ago the oldest webhook came that has no verdict yet")
                .baseUnit("seconds")
                .register(meters);
    }

    private Gauge.Builder<QueueGauges> gauge(String name, ToDoubleFunction<WorkQueue.State> value) {
        return Gauge.builder(name, this, gauges -> gauges.read(value));
    }

    private double read(ToDoubleFunction<WorkQueue.State> value) {
        try {
            return value.applyAsDouble(answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException _) {
            return Double.NaN;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    private synchronized CompletableFuture<WorkQueue.State> answer() {
        Instant now = clock.instant();
        boolean old = !now.isBefore(askedAt.plus(KEPT));
        // One that is still waited for is not asked a second time.
        if (old && (answer.isDone() || askedAt.equals(Instant.EPOCH))) {
            askedAt = now;
            answer = CompletableFuture.supplyAsync(queue::now, Thread::startVirtualThread);
        }
        return answer;
    }
}
