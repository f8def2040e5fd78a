package io.kanilint.delivery;

import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** What the log lines of some work carry besides their text, where logs are JSON. */
final class LogFields {
    static final String DELIVERY = "delivery";
    static final String PROJECT = "project";
    static final String MERGE_REQUEST = "merge_request";

    private LogFields() {}

    /** Does some work; what is empty is left out. */
    static <T> T during(Map<String, String> fields, Supplier<T> work) {
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                MDC.put(name, value);
            }
        });
        try {
            return work.get();
        } finally {
            fields.keySet().forEach(MDC::remove);
        }
    }

    /** As above. */
    static void run(Map<String, String> fields, Runnable work) {
        during(fields, () -> {
            work.run();
            return true;
        });
    }
}
