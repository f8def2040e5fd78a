package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gitlab4j.api.utils.JacksonJson;

/** What GitLab says about its refusal, short enough for one line of a log. */
final class Reason {
    private static final int LONGEST = 300;

    private Reason() {}

    static String of(int status, HttpHeaders headers, byte[] body, String token) {
        String text = status / 100 == 3
                ? headers.firstValue("Location").flatMap(Reason::site).orElse("")
                : words(new String(body, StandardCharsets.UTF_8));
        // A proxy in between may answer with a copy of the request.
        String line = text.replace(token, "[token]")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    /** Scheme and host only: sign-in addresses carry secrets in their queries. */
    private static Optional<String> site(String location) {
        try {
            URI uri = URI.create(location);
            return uri.getHost() == null ? Optional.empty() : Optional.of(uri.getScheme() + "://" + uri.getAuthority());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Grape answers {@code error}, GitLab's own code {@code message}: a text, a list, or an object of lists. */
    private static String words(String body) {
        JsonNode json;
        try {
            json = JacksonJson.toJsonNode(body);
        } catch (Exception _) {
            return body.stripLeading().startsWith("<") ? "" : body;
        }
        for (String field : new String[] {"message", "error_description", "error"}) {
            JsonNode said = json == null ? null : json.get(field);
            if (said != null && !said.isNull()) {
                return said.isTextual() ? said.asText() : said.toString();
            }
        }
        return "";
    }
}
