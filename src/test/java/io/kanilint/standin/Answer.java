package io.kanilint.standin;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A response before it is sent. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer json(int status, @Nullable Object value) {
        return of(status, "application/json", Json.write(value));
    }

    static Answer ok(@Nullable Object value) {
        return json(200, value);
    }

    static Answer created(Object value) {
        return json(201, value);
    }

    static Answer noContent() {
        return new Answer(204, Map.of(), new byte[0]);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String location) {
        return new Answer(303, Map.of("Location", location), new byte[0]);
    }

    /** The page of a list that the request asks for, with GitLab's headers for the others. */
    static Answer page(ApiRequest request, List<?> all) {
        int page = Math.max(1, request.number("page").orElse(1));
        int perPage = Math.clamp(request.number("per_page").orElse(20), 1, 100);
        int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
        var shown = all.subList(Math.min(all.size(), (page - 1) * perPage), Math.min(all.size(), page * perPage));
        var answer = ok(shown)
                .with("X-Total", all.size())
                .with("X-Total-Pages", pages)
                .with("X-Page", page)
                .with("X-Per-Page", perPage)
                .with("X-Next-Page", page < pages ? page + 1 : "")
                .with("X-Prev-Page", page > 1 ? page - 1 : "");
        var links = new StringJoiner(", ");
        if (page > 1) {
            links.add(link(request, page - 1, perPage, "prev"));
        }
        if (page < pages) {
            links.add(link(request, page + 1, perPage, "next"));
        }
        links.add(link(request, 1, perPage, "first")).add(link(request, pages, perPage, "last"));
        return answer.with("Link", links);
    }

    Answer with(String header, Object value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value.toString());
        return new Answer(status, more, body);
    }

    private static String link(ApiRequest request, int page, int perPage, String rel) {
        return "<%s?page=%d&per_page=%d>; rel=\"%s\"".formatted(request.url(), page, perPage, rel);
    }
}
