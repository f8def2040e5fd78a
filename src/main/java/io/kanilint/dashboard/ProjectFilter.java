package io.kanilint.dashboard;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a list of projects is narrowed to, and its order.
 *
 * @param text part of a path; empty for all
 * @param after the last project of the page before; null for the first page
 */
record ProjectFilter(String text, Sort sort, @Nullable Cursor after) {

    /** The order of the list. */
    enum Sort {
        PATH("Path"),
        REVIEW("Last review, the latest first"),
        FINDINGS("Open findings, the most first");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String title() {
            return title;
        }

        /** What a project is sorted by. */
        private String key(ProjectRow row) {
            return switch (this) {
                case PATH -> row.path();
                case REVIEW -> row.lastReviewedAt().toString();
                case FINDINGS -> Long.toString(row.open());
            };
        }

        private Object value(String key) {
            return switch (this) {
                case PATH -> key;
                case REVIEW -> DeliveryCursor.time(key);
                case FINDINGS -> Long.valueOf(key);
            };
        }
    }

    /** A place in the list: what the project there is sorted by, and its id. */
    record Cursor(Object key, long id) {}

    /**
     * Reads the parameters of a page's address.
     *
     * @throws WrongParametersException if some cannot be understood
     */
    static ProjectFilter of(Map<String, String> request) {
        var parameters = new RequestParameters(request);
        ProjectFilter start = of(parameters, "q");
        ProjectFilter filter = parameters.place("after", start::from);
        parameters.check();
        return filter == null ? start : filter;
    }

    /**
     * From the beginning.
     *
     * @param text the name of the parameter that holds part of a path
     */
    static ProjectFilter of(RequestParameters parameters, String text) {
        return new ProjectFilter(
                Objects.requireNonNullElse(parameters.name(text), ""),
                parameters.choice("sort", Sort.class, Sort.PATH),
                null);
    }

    /**
     * From a {@link #place} on.
     *
     * @throws IllegalArgumentException or {@link java.time.DateTimeException} if it is none
     */
    ProjectFilter from(String place) {
        int mark = place.lastIndexOf('_');
        return new ProjectFilter(
                text,
                sort,
                new Cursor(
                        sort.value(place.substring(0, Math.max(0, mark))), Long.parseLong(place.substring(mark + 1))));
    }

    public boolean narrowed() {
        return !text.isEmpty() || after != null;
    }

    /** The parameters of the page after a project. */
    Map<String, String> following(ProjectRow last) {
        var parameters = new LinkedHashMap<String, String>();
        if (!text.isEmpty()) {
            parameters.put("q", text);
        }
        parameters.put("sort", sort.word());
        parameters.put("after", place(last));
        return parameters;
    }

    /** The place of a project in the list, as the parameter {@code after} has it. */
    String place(ProjectRow row) {
        return sort.key(row) + "_" + row.id();
    }

    /** The text as a pattern of SQL's LIKE, with a backslash before what is not to be one. */
    String pattern() {
        return "%" + text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
