package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The projects that another user has a part in, asked with an access token of his. */
record Memberships(GitLabHttp http, Runnable onCall) {
    /** GitLab's number for the role Reporter, from which on one may read the code of private projects. */
    private static final int REPORTER = 20;

    private static final int PER_PAGE = 100;
    private static final int MOST_PAGES = 200;
    private static final int LARGEST_PAGE = 8 << 20;
    /** A person waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Their ids, ascending; the first 20,000 if there are more. */
    List<Long> projects(String accessToken) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<Long> ids = new ArrayList<>();
        long after = 0;
        for (int page = 0; page < MOST_PAGES; page++) {
            if (System.nanoTime() > end) {
                throw new IOException("the list of projects took longer than " + PATIENCE.toSeconds() + " seconds");
            }
            onCall.run();
            List<Long> read = new ArrayList<>();
            boolean next = http.getAs(
                    accessToken,
                    "/projects?membership=true&min_access_level=" + REPORTER + "&simple=true&pagination=keyset"
                            + "&order_by=id&sort=asc&per_page=" + PER_PAGE + "&id_after=" + after,
                    LARGEST_PAGE,
                    (answer, body) -> Paging.hasNext(
                            answer.headers(),
                            Paging.entries(
                                    body.passing(),
                                    entry -> read.add(Paging.JSON
                                            .<JsonNode>readTree(entry)
                                            .path("id")
                                            .asLong()))));
            for (long id : read) {
                if (id <= after) {
                    throw new UnexpectedAnswer("ascending ids");
                }
                ids.add(id);
                after = id;
            }
            if (read.isEmpty() || !next) {
                break;
            }
        }
        return List.copyOf(ids);
    }
}
