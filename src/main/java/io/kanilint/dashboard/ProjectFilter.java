package io.kanilint.dashboard;

import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a list of projects is narrowed to, and its order.
 *
 * @param text part of a path; empty for all
 * @param after the last project of the page before; null for the first page
 */
record ProjectFilter(String text, Sort sort, @Nullable Cursor after) {
    private static final int LONGEST = 1000;

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
     * Reads the parameters of a request.
     *
     * @throws ResponseStatusException with 400 if one cannot be read
     */
    static ProjectFilter of(Map<String, String> parameters) {
        String text = parameters.getOrDefault("q", "").strip();
        String sort = parameters.getOrDefault("sort", "");
        String after = parameters.getOrDefault("after", "");
        try {
            if (text.length() > LONGEST || (text + after).indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not a path");
            }
            Sort order = sort.isBlank() ? Sort.PATH : Sort.valueOf(sort.toUpperCase(Locale.ROOT));
            int mark = after.lastIndexOf('_');
            Cursor cursor = after.isEmpty()
                    ? null
                    : new Cursor(
                            order.value(after.substring(0, Math.max(0, mark))),
                            Long.parseLong(after.substring(mark + 1)));
            return new ProjectFilter(text, order, cursor);
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The filter of projects cannot be read.");
        }
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
