package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lists the files of a repository. */
record Tree(Paging paging) {
    /** Ten thousand entries, folders included: for a larger list GitLab would be asked too often. */
    private static final int MOST_PAGES = 100;

    private static final int NOT_FOUND = 404;

    /** A regular file's mode in git, with or without the right to run it; links begin with {@code 12}. */
    private static final String FILE_MODE = "100";

    /** The paths of the files that a call lists; none where GitLab knows no such folder (before 17.7: an empty list). */
    Optional<List<String>> files(String call) throws IOException {
        try {
            return paging.upTo(MOST_PAGES, call, Tree::path)
                    .map(paths -> paths.stream().flatMap(Optional::stream).toList());
        } catch (HttpFailure e) {
            if (e.status == NOT_FOUND) {
                return Optional.of(List.of());
            }
            throw e;
        }
    }

    private static Optional<String> path(JsonNode entry) {
        boolean file = "blob".equals(entry.path("type").asText())
                && entry.path("mode").asText().startsWith(FILE_MODE);
        return file ? Optional.of(Records.there(entry.path("path").textValue(), "path")) : Optional.empty();
    }
}
