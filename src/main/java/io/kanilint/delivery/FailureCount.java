package io.kanilint.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Whose failures the queue has counted: it counts those of a task, whoever asked for what. This is the task's data.
 *
 * @param request the request that the task last failed for
 * @param before how many failures in a row there were before its first
 */
record FailureCount(long request, int before) {
    /** Reads a task's data; a task that never failed has none. */
    static FailureCount of(@Nullable String data) {
        if (data == null || data.isEmpty()) {
            return new FailureCount(0, 0);
        }
        String[] parts = data.split(":", -1);
        return new FailureCount(Long.parseLong(parts[0]), Integer.parseInt(parts[1]));
    }

    /** The same for another failure: a request that is new to it starts anew. */
    FailureCount forRequest(long seen, int failures) {
        return seen == request ? this : new FailureCount(seen, failures);
    }

    /** How many of all failures in a row are of this request. */
    int of(int failures) {
        return Math.max(0, failures - before);
    }

    String data() {
        return request + ":" + before;
    }
}
