package io.kanilint.gitlab;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
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

    static {
        // A connection is used again only if its answer was read to the end.
        JSON.getFactory().disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
    }

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

    interface StreamReader<T> {
        /** Reads one entry, at whose first token the parser stands, up to its last. */
        T read(JsonParser entry) throws IOException;
    }

    /** All entries of a list that has an end. */
    <T> List<T> all(String path, Reader<T> reader) throws IOException {
        return whole(upTo(MOST_PAGES, path, reader));
    }

    /** As {@link #all}, for entries too large to have as trees, on pages of any size. */
    <T> List<T> streamed(String path, StreamReader<T> reader) throws IOException {
        return whole(upTo(MOST_PAGES, Integer.MAX_VALUE, path, reader));
    }

    private static <T> List<T> whole(Optional<List<T>> list) {
        return list.orElseThrow(() -> new UnexpectedAnswer("an end of its pages"));
    }

    /**
     * All entries of a list; empty if it has more pages than {@code most}.
     *
     * @param path what to ask for, which may have a query of its own
     */
    <T> Optional<List<T>> upTo(int most, String path, Reader<T> reader) throws IOException {
        return upTo(most, LARGEST_PAGE, path, entry -> reader.read(JSON.readTree(entry)));
    }

    private <T> Optional<List<T>> upTo(int most, int largest, String path, StreamReader<T> reader) throws IOException {
        String asked = path + (path.contains("?") ? "&" : "?") + "per_page=" + PER_PAGE + "&page=";
        List<T> all = new ArrayList<>();
        for (int page = 1; page <= most; page++) {
            onCall.run();
            boolean next = http.get(
                    asked + page,
                    largest,
                    (answer, body) ->
                            hasNext(answer.headers(), entries(body.passing(), entry -> all.add(reader.read(entry)))));
            if (!next) {
                return Optional.of(List.copyOf(all));
            }
        }
        return Optional.empty();
    }

    /** Reads one page as it arrives; gives the number of its entries. */
    static int entries(InputStream page, StreamReader<?> reader) throws IOException {
        JsonParser parser = JSON.createParser(page);
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedAnswer("a list");
        }
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            reader.read(parser);
            count++;
        }
        return count;
    }

    /** A full page goes on where the headers were lost; {@code Link}'s address is not used, it may be elsewhere. */
    static boolean hasNext(HttpHeaders headers, int size) {
        return headers.firstValue("X-Next-Page")
                .map(next -> !next.isBlank())
                .or(() -> headers.firstValue("Link").map(link -> link.contains("rel=\"next\"")))
                .orElse(size >= PER_PAGE);
    }
}
