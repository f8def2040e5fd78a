package io.kanilint.gitlab;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A request that was sent to GitLab.
 *
 * @param path below {@code /api/v4}, without its query
 * @param status of the answer; 0 if there was none that could be used
 */
public record SentRequest(String method, String path, int status, Duration time) {
    static final ScopedValue<Consumer<SentRequest>> LISTENER = ScopedValue.newInstance();

    /** Does some work, and tells the listener of each request that it sends, on this thread. */
    public static <T> T during(Supplier<T> work, Consumer<SentRequest> listener) {
        return ScopedValue.where(LISTENER, listener).call(work::get);
    }

    static void tell(SentRequest request) {
        if (LISTENER.isBound()) {
            LISTENER.get().accept(request);
        }
    }
}
