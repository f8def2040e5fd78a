package io.kanilint.dashboard;

import io.kanilint.delivery.Verdict;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a list of deliveries is narrowed to; null for what does not matter.
 *
 * @param event as it is kept: {@code merge_request open}
 * @param project full path, or id
 * @param mergeRequest number in that project
 * @param from first day, in UTC
 * @param to last day, in UTC
 */
record DeliveryFilter(
        @Nullable Verdict verdict,
        @Nullable String event,
        @Nullable String project,
        @Nullable Long mergeRequest,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable DeliveryCursor after) {
    private static final int LONGEST = 1000;

    /**
     * Reads the parameters of a request.
     *
     * @throws ResponseStatusException with 400 if one cannot be read
     */
    static DeliveryFilter of(Map<String, String> parameters) {
        return new DeliveryFilter(
                read(parameters, "verdict", text -> Verdict.valueOf(text.toUpperCase(Locale.ROOT))),
                read(parameters, "event", Function.identity()),
                read(parameters, "project", Function.identity()),
                read(parameters, "mergeRequest", Long::valueOf),
                read(parameters, "from", LocalDate::parse),
                read(parameters, "to", LocalDate::parse),
                read(parameters, "after", DeliveryCursor::of));
    }

    private static <T> @Nullable T read(Map<String, String> parameters, String name, Function<String, T> reading) {
        String text = parameters.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            if (text.length() <= LONGEST && text.indexOf('\0') < 0) {
                return reading.apply(text);
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            // Said below.
        }
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The parameter " + name + " cannot be read.");
    }

    /** Why nothing can be found by it; empty if something can. */
    Optional<String> problem() {
        if (mergeRequest != null && project == null) {
            return Optional.of("Name the project too: each project counts its merge requests from 1.");
        }
        return from != null && to != null && to.isBefore(from)
                ? Optional.of("The last day lies before the first.")
                : Optional.empty();
    }

    /** Whether it is less than all, from the newest on. */
    public boolean narrowed() {
        return after != null || !parameters().isEmpty();
    }

    /** The same as parameters of an address, without the place in the list. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "verdict", verdict == null ? null : verdict.word());
        put(parameters, "event", event);
        put(parameters, "project", project);
        put(parameters, "mergeRequest", mergeRequest);
        put(parameters, "from", from);
        put(parameters, "to", to);
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
