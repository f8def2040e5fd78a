package io.kanilint.trace;

import java.net.URI;
import java.util.Optional;
import org.springframework.core.env.PropertyResolver;

/** Looks at what the administrator says of the collector; Spring's own words for what is wrong would fill a page. */
public final class TraceSettings {
    private TraceSettings() {}

    /** What is to be put right, as a sentence without its end. */
    public static Optional<String> fault(PropertyResolver environment) {
        if (!TraceSwitch.on(environment)) {
            return Optional.empty();
        }
        if (environment.getProperty(TraceSwitch.OTLP + "transport", "http").equalsIgnoreCase("grpc")) {
            return Optional.of("OTEL_EXPORTER_OTLP_PROTOCOL is grpc, and must be http/protobuf; collectors take that at"
                    + " another port, mostly 4318");
        }
        return isWeb(environment.getProperty(TraceSwitch.ENDPOINT, ""))
                ? Optional.empty()
                : Optional.of("OTEL_EXPORTER_OTLP_ENDPOINT, or OTEL_EXPORTER_OTLP_TRACES_ENDPOINT, is no URL such as"
                        + " http://collector:4318");
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && String.valueOf(uri.getScheme()).matches("(?i)https?");
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
