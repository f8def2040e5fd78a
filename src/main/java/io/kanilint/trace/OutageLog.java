package io.kanilint.trace;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the collector takes no spans, and once that it does again. The exporter's own words are a stack trace a minute. */
record OutageLog(SpanExporter exporter, AtomicBoolean failing) implements SpanExporter {
    private static final Logger LOG = LoggerFactory.getLogger(OutageLog.class);

    OutageLog(SpanExporter exporter) {
        this(exporter, new AtomicBoolean());
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        CompletableResultCode result = exporter.export(spans);
        return result.whenComplete(() -> note(result));
    }

    private void note(CompletableResultCode result) {
        boolean failed = !result.isSuccess();
        if (failing.getAndSet(failed) == failed) {
            return;
        }
        if (failed) {
            LOG.warn(
                    "Traces do not reach the collector: {}. They are lost, all else goes on; this is said once.",
                    reason(result.getFailureThrowable()));
        } else {
            LOG.info("Traces reach the collector again.");
        }
    }

    /** What the network said; where it said nothing, there was an answer. */
    private static String reason(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .findFirst()
                .map(Throwable::toString)
                .orElse("it refuses them");
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
