package io.kanilint.dashboard;

import io.kanilint.finding.Severity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which findings, and in which order.
 *
 * @param group full path of a group; its subgroups belong to it
 * @param project full path
 * @param branch the target branch of the merge requests
 * @param mergeRequest its number in the project, which is then given too
 * @param from the first day, in UTC, on which they were first seen
 * @param to the last such day
 * @param text part of a job's or a file's name
 */
record FindingFilter(
        @Nullable String group,
        @Nullable String project,
        @Nullable String rule,
        @Nullable Severity severity,
        FindingState state,
        @Nullable String branch,
        @Nullable Long mergeRequest,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        FindingScope scope,
        FindingSort sort) {

    /** What is open, the newest first. */
    static final FindingFilter USUAL = of(Map.of());

    /**
     * Reads the parameters of a request; others than those of a filter may be among them.
     *
     * @throws WrongParametersException if some cannot be understood
     */
    static FindingFilter of(Map<String, String> request) {
        var parameters = new RequestParameters(request);
        FindingFilter filter = of(parameters);
        parameters.check();
        return filter;
    }

    /** As {@link #of(Map)}, where there are further parameters to read before one complains. */
    static FindingFilter of(RequestParameters parameters) {
        String project = parameters.path("project");
        var filter = new FindingFilter(
                parameters.path("group"),
                project,
                parameters.rule("rule"),
                parameters.choice("severity", Severity.class),
                parameters.choice("state", FindingState.class, FindingState.OPEN),
                parameters.name("branch"),
                parameters.mergeRequest(project),
                parameters.day("from"),
                parameters.day("to"),
                parameters.text("text"),
                parameters.choice("scope", FindingScope.class, FindingScope.ALL),
                parameters.choice("sort", FindingSort.class, FindingSort.NEWEST));
        parameters.period(filter.from, filter.to);
        return filter;
    }

    /** The parameters that make this filter; what is as usual is left out. */
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, String>();
        put(all, "text", text);
        put(all, "project", project);
        put(all, "group", group);
        put(all, "rule", rule);
        put(all, "severity", severity == null ? null : severity.word());
        put(all, "state", state == FindingState.OPEN ? null : state.word());
        put(all, "branch", branch);
        put(all, "merge_request", mergeRequest);
        put(all, "from", from);
        put(all, "to", to);
        put(all, "scope", scope == FindingScope.ALL ? null : scope.word());
        put(all, "sort", sort == FindingSort.NEWEST ? null : sort.word());
        return all;
    }

    private static void put(Map<String, String> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value.toString());
        }
    }

    /** Whether it leaves nothing out but what is not open. */
    public boolean usual() {
        return new FindingFilter(
                        group, project, rule, severity, state, branch, mergeRequest, from, to, text, scope, USUAL.sort)
                .equals(USUAL);
    }
}
