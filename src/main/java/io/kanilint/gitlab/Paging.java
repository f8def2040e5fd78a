package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gitlab4j.api.utils.JacksonJson;

/**
 * Reads lists of all pages. gitlab4j's pager ends after the first page, without a word, when a proxy drops
 * {@code X-Per-Page}, and hides the failure of a later page in a plain RuntimeException.
 */
final class Paging {
    /** gitlab4j's mapper, so that its models are read as it reads them. */
    static final ObjectMapper JSON = new JacksonJson().getObjectMapper();

    private static final int PER_PAGE = 100;
    /** Above GitLab's own limits: 5,000 notes and 3,000 files per merge request. */
    private static final int MOST_PAGES = 200;

    private static final int LARGEST_PAGE = 64 << 20;

    private final GitLabHttp http;
    private final Runnable onCall;

    Paging(GitLabHttp http, Runnable onCall) {
        this.http = http;
        this.onCall = onCall;
    }

    interface Reader<T> {
        T read(JsonNode entry) throws IOException;
    }

    /** All entries of a list that has an end. */
    <T> List<T> all(String path, Reader<T> reader) throws IOException {
        return upTo(MOST_PAGES, path, reader).orElseThrow(() -> new UnexpectedAnswer("an end of its pages"));
    }

    /**
     * All entries of a list; empty if it has more pages than {@code most}.
     *
     * @param path what to ask for, which may have a query of its own
     */
    <T> Optional<List<T>> upTo(int most, String path, Reader<T> reader) throws IOException {
        String asked = path + (path.contains("?") ? "&" : "?") + "per_page=" + PER_PAGE + "&page=";
        List<T> all = new ArrayList<>();
        for (int page = 1; page <= most; page++) {
            onCall.run();
            HttpResponse<byte[]> answer = http.get(asked + page, LARGEST_PAGE);
            JsonNode entries = JSON.readTree(answer.body());
            if (!entries.isArray()) {
                throw new UnexpectedAnswer("a list");
            }
            for (JsonNode entry : entries) {
                all.add(reader.read(entry));
            }
            if (!hasNext(answer.headers(), entries.size())) {
                return Optional.of(List.copyOf(all));
            }
        }
        return Optional.empty();
    }

    /** A full page goes on where the headers were lost; {@code Link}'s address is not used, it may be elsewhere. */
    static boolean hasNext(HttpHeaders headers, int size) {
        return headers.firstValue("X-Next-Page")
                .map(next -> !next.isBlank())
                .or(() -> headers.firstValue("Link").map(link -> link.contains("rel=\"next\"")))
                .orElse(size >= PER_PAGE);
    }
}
