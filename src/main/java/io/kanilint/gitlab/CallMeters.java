package io.kanilint.gitlab;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Consumer;

/** Measures the requests to GitLab. */
record CallMeters(MeterRegistry meters) implements Consumer<SentRequest> {
    @Override
    public void accept(SentRequest request) {
        Timer.builder("kanilint.gitlab.calls")
                .description("Requests to GitLab")
                .tag("endpoint", Endpoint.of(request.path()))
                .tag("status", request.status() == 0 ? "none" : Integer.toString(request.status()))
                .register(meters)
                .record(request.time());
    }
}
