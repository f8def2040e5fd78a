package io.kanilint.dashboard;

import java.time.Duration;

/**
 * One request to GitLab in a look at a merge request.
 *
 * @param path below {@code /api/v4}, without the query
 * @param status of the answer; 0 if there was none
 */
record ReviewCall(String method, String path, int status, Duration time) {

    public String took() {
        return Elapsed.words(time);
    }

    public String answer() {
        return status == 0 ? "none" : Integer.toString(status);
    }
}
