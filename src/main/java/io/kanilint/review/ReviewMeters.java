package io.kanilint.review;

import io.kanilint.gitlab.GitLabUnavailable;
import io.kanilint.rules.Rules;
import io.kanilint.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Measures reviews, and counts what became of findings. */
@Component
class ReviewMeters {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(2)
    };

    private final MeterRegistry meters;

    ReviewMeters(MeterRegistry meters) {
        this.meters = meters;
        // There from the start: what first appears with a one looks to Prometheus as if nothing had been counted.
        Rules.ALL.forEach(rule -> {
            found(rule.id());
            wrong(rule.id());
        });
        fixed(true);
        fixed(false);
    }

    ReviewOutcome timing(Supplier<ReviewOutcome> review) {
        Timer.Sample start = Timer.start(meters);
        String outcome = "failed";
        try {
            ReviewOutcome result = review.get();
            outcome = word(result);
            Traces.tell("outcome", outcome);
            return result;
        } catch (GitLabUnavailable e) {
            outcome = "unavailable";
            throw e;
        } finally {
            start.stop(Timer.builder("kanilint.reviews")
                    .description("Reviews of merge requests, those that are to be repeated too")
                    .tag("outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(meters));
        }
    }

    private static String word(ReviewOutcome outcome) {
        return switch (outcome) {
            case ReviewOutcome.Reviewed _ -> "reviewed";
            case ReviewOutcome.Skipped _ -> "skipped";
            case ReviewOutcome.Refused _ -> "refused";
            case ReviewOutcome.NotReady _ -> "not_ready";
        };
    }

    @TransactionalEventListener(fallbackExecution = true)
    void count(FindingEvent event) {
        switch (event) {
            case FindingEvent.Added(var byRule) ->
                byRule.forEach((rule, amount) -> found(rule).increment(amount));
            case FindingEvent.Fixed(long applied, long others) -> {
                fixed(true).increment((double) applied);
                fixed(false).increment((double) others);
            }
            case FindingEvent.CalledWrong(String rule) -> wrong(rule).increment();
        }
    }

    private Counter found(String rule) {
        return Counter.builder("kanilint.findings")
                .description("Findings that a merge request brought in or touched, each when it was first seen")
                .tag("rule", rule)
                .register(meters);
    }

    private Counter fixed(boolean applied) {
        return Counter.builder("kanilint.fixes")
                .description("Of those, the ones that are gone; applied: by a change that Kanilint proposed")
                .tag("applied", Boolean.toString(applied))
                .register(meters);
    }

    private Counter wrong(String rule) {
        return Counter.builder("kanilint.false.alarms")
                .description("How often people called a finding wrong, by a thumb down or in the dashboard")
                .tag("rule", rule)
                .register(meters);
    }
}
