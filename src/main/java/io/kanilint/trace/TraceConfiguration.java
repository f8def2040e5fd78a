package io.kanilint.trace;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Traces on Spring Boot's OpenTelemetry, which {@link TraceSwitch} lets in or not. */
@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

    @Bean
    Traces traces(ObjectProvider<Tracer> tracer) {
        Tracer there = tracer.getIfAvailable();
        return there == null ? Traces.NONE : new Traces(there);
    }

    /** Exporters as Spring Boot has them, but for what they log. */
    @Bean
    @ConditionalOnBooleanProperty(TraceSwitch.ON)
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(OutageLog::new).toList());
    }
}
