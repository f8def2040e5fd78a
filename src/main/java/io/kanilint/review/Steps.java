package io.kanilint.review;

import io.kanilint.gitlab.SentRequest;
import io.kanilint.pipeline.Gap;
import io.kanilint.trace.Traces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** What a review did, step by step, and what it could not see: for the record. */
final class Steps {

    /** One of them, and what it took. */
    record Step(String name, Duration time, int calls) {}

    private static final int MOST_REQUESTS = 200;

    private final Traces traces;
    private final Clock clock;
    private final AtomicInteger calls;
    private final List<Step> done = new ArrayList<>();
    private final List<SentRequest> requests = new ArrayList<>();
    private List<Gap> gaps = List.of();

    /** @param calls counts the calls to GitLab */
    Steps(Traces traces, Clock clock, AtomicInteger calls) {
        this.traces = traces;
        this.clock = clock;
        this.calls = calls;
    }

    /** Does one; it is recorded too when it fails. */
    <T> T run(String name, Supplier<T> step) {
        Instant start = clock.instant();
        int before = calls.get();
        try {
            return traces.during(name, step::get);
        } finally {
            done.add(new Step(name, Duration.between(start, clock.instant()), calls.get() - before));
        }
    }

    /** Keeps a request that was sent, unless there are too many. */
    void sent(SentRequest request) {
        if (requests.size() < MOST_REQUESTS) {
            requests.add(request);
        }
    }

    List<SentRequest> requests() {
        return List.copyOf(requests);
    }

    void gaps(List<Gap> seen) {
        gaps = List.copyOf(seen);
    }

    List<Step> done() {
        return List.copyOf(done);
    }

    List<Gap> gaps() {
        return gaps;
    }

    int calls() {
        return calls.get();
    }
}
