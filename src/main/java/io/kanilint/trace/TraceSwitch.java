package io.kanilint.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;

/**
 * Leaves out all that Spring Boot would set up for traces where nobody names a collector, and what is not wanted of it
 * where somebody does. Spring creates it by its name, from {@code META-INF/spring.factories}.
 */
final class TraceSwitch implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    /** Where Spring Boot puts what OpenTelemetry's own environment variables say. */
    static final String OTLP = "management.opentelemetry.tracing.export.otlp.";

    static final String ENDPOINT = OTLP + "endpoint";

    private static final String EXCLUDE = "spring.autoconfigure.exclude";

    static final String ON = "management.tracing.export.enabled";

    private static final List<String> TRACES = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration");

    /**
     * Logs go where they went; metrics stay as they are; and a span for each look at a page or at our health, which is what
     * Spring's observations would become, hides the reviews.
     */
    private static final List<String> UNWANTED = List.of(
            "org.springframework.boot.opentelemetry.autoconfigure.logging.OpenTelemetryLoggingAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.otlp.OtlpExemplarsAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.prometheus.PrometheusExemplarsAutoConfiguration");

    static boolean on(PropertyResolver environment) {
        return !environment.getProperty(ENDPOINT, "").isBlank()
                // OTEL_SDK_DISABLED and OTEL_TRACES_EXPORTER=none.
                && environment.getProperty("management.opentelemetry.enabled", Boolean.class, true)
                && environment.getProperty("management.tracing.export.otlp.enabled", Boolean.class, true)
                && environment.getProperty(ON, Boolean.class, true);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        boolean on = on(environment);
        var excluded = new ArrayList<>(UNWANTED);
        String own = environment.getProperty(EXCLUDE, "");
        if (!own.isBlank()) {
            excluded.add(own);
        }
        if (!on) {
            excluded.addAll(TRACES);
        }
        var settings = new HashMap<String, Object>(Map.of(EXCLUDE, String.join(",", excluded)));
        // Without it each line of the log leaves room for the numbers of a trace.
        settings.put(ON, on);
        environment.getPropertySources().addFirst(new MapPropertySource("traces", settings));
    }

    /** Once the environment is complete, and before anybody logs. */
    @Override
    public int getOrder() {
        return EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER + 1;
    }
}
