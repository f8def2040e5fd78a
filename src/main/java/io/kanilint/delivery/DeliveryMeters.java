package io.kanilint.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Counts what became of webhooks, and measures how long GitLab waited for the answers. */
@Component
class DeliveryMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    /** Answers after which a webhook is lost: they are counted from zero, or nobody would see the first one increase. */
    private static final List<Integer> LOST = List.of(500, 503);

    private final MeterRegistry meters;
    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);

    /** Something that is answered. */
    interface Answering {
        ResponseEntity<String> answer() throws IOException;
    }

    DeliveryMeters(MeterRegistry meters) {
        this.meters = meters;
        LOST.forEach(this::acknowledgement);
        for (Verdict verdict : Verdict.values()) {
            if (verdict != Verdict.QUEUED) {
                verdicts.put(
                        verdict,
                        Counter.builder("kanilint.deliveries")
                                .description("Webhooks that got a verdict")
                                .tag("verdict", verdict.word())
                                .register(meters));
            }
        }
    }

    private Timer acknowledgement(int status) {
        return Timer.builder("kanilint.acknowledgement")
                .description("How long GitLab waited for the answer to a webhook")
                .tag("status", Integer.toString(status))
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    ResponseEntity<String> timing(Answering webhook) throws IOException {
        Timer.Sample start = Timer.start(meters);
        int status = 500;
        try {
            ResponseEntity<String> answer = webhook.answer();
            status = answer.getStatusCode().value();
            return answer;
        } finally {
            start.stop(acknowledgement(status));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void judged(Judged event) {
        Counter counter = verdicts.get(event.verdict());
        if (counter != null) {
            counter.increment(event.amount());
        }
    }
}
