package io.kanilint.dashboard;

import io.kanilint.delivery.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of deliveries is narrowed to; null for what does not matter.
 *
 * @param event as it is kept: {@code merge_request open}
 * @param project full path in whatever case, or id
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

    /** All of them, from the newest on. */
    static final DeliveryFilter ALL = new DeliveryFilter(null, null, null, null, null, null, null);

    /**
     * Reads the parameters of a page's address.
     *
     * @throws WrongParametersException if some cannot be understood
     */
    static DeliveryFilter of(Map<String, String> request) {
        var parameters = new RequestParameters(request);
        DeliveryFilter filter = of(parameters, parameters.place("after", DeliveryCursor::of));
        parameters.check();
        return filter;
    }

    /** As {@link #of(Map)}, where there are further parameters to read before one complains. */
    static DeliveryFilter of(RequestParameters parameters, @Nullable DeliveryCursor after) {
        String project = parameters.path("project");
        var filter = new DeliveryFilter(
                parameters.choice("verdict", Verdict.class),
                parameters.name("event"),
                project,
                parameters.mergeRequest(project),
                parameters.day("from"),
                parameters.day("to"),
                after);
        parameters.period(filter.from, filter.to);
        return filter;
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
        put(parameters, "merge_request", mergeRequest);
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
