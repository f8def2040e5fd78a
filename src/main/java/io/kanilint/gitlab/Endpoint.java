package io.kanilint.gitlab;

import java.util.List;
import java.util.stream.Stream;

/** Which of the few addresses of GitLab's API a path is. Names of files, branches and projects are no part of that. */
final class Endpoint {
    /** What none of them is: then the list lacks one. */
    static final String OTHER = "other";

    /** The first that fits. A word that begins with a colon fits any one piece. */
    private static final List<List<String>> KNOWN = Stream.of(
                    "/user",
                    "/users/:id",
                    "/version",
                    "/personal_access_tokens/self",
                    "/groups/:id/access_tokens",
                    "/projects",
                    "/projects/:id",
                    "/projects/:id/access_tokens",
                    "/projects/:id/ci/lint",
                    "/projects/:id/hooks",
                    "/projects/:id/jobs/:id",
                    "/projects/:id/jobs/:id/trace",
                    "/projects/:id/members/all/:id",
                    "/projects/:id/merge_requests",
                    "/projects/:id/merge_requests/:iid",
                    "/projects/:id/merge_requests/:iid/commits",
                    "/projects/:id/merge_requests/:iid/diffs",
                    "/projects/:id/merge_requests/:iid/discussions",
                    "/projects/:id/merge_requests/:iid/discussions/:id",
                    "/projects/:id/merge_requests/:iid/discussions/:id/notes",
                    "/projects/:id/merge_requests/:iid/discussions/:id/notes/:id",
                    "/projects/:id/merge_requests/:iid/draft_notes",
                    "/projects/:id/merge_requests/:iid/draft_notes/bulk_publish",
                    "/projects/:id/merge_requests/:iid/draft_notes/:id",
                    "/projects/:id/merge_requests/:iid/notes",
                    "/projects/:id/merge_requests/:iid/notes/:id",
                    "/projects/:id/merge_requests/:iid/notes/:id/award_emoji",
                    "/projects/:id/pipelines/:id/jobs",
                    "/projects/:id/repository/branches/:branch",
                    "/projects/:id/repository/commits",
                    "/projects/:id/repository/commits/:sha",
                    "/projects/:id/repository/files/:path",
                    "/projects/:id/repository/files/:path/raw",
                    "/projects/:id/repository/merge_base",
                    "/projects/:id/repository/tree",
                    "/projects/:id/statuses/:sha")
            .map(Endpoint::pieces)
            .toList();

    private Endpoint() {}

    /** @param path below {@code /api/v4}, without its query */
    static String of(String path) {
        List<String> pieces = pieces(path);
        return KNOWN.stream()
                .filter(known -> fits(known, pieces))
                .findFirst()
                .map(known -> String.join("/", known))
                .orElse(OTHER);
    }

    private static List<String> pieces(String path) {
        return List.of(path.split("/", -1));
    }

    private static boolean fits(List<String> known, List<String> pieces) {
        if (known.size() != pieces.size()) {
            return false;
        }
        for (int i = 0; i < known.size(); i++) {
            String word = known.get(i);
            if (word.startsWith(":") ? pieces.get(i).isEmpty() : !word.equals(pieces.get(i))) {
                return false;
            }
        }
        return true;
    }
}
