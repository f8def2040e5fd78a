package io.kanilint.standin;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as it came over the wire; the path is still URL-encoded. */
record Incoming(String method, String path, String query, Request wire) {

    static Incoming of(Request request) {
        String url = request.getUrl();
        int mark = url.indexOf('?');
        return new Incoming(
                request.getMethod().getName(),
                mark < 0 ? url : url.substring(0, mark),
                mark < 0 ? "" : url.substring(mark + 1),
                request);
    }

    Optional<String> header(String name) {
        return wire.containsHeader(name) ? Optional.ofNullable(wire.getHeader(name)) : Optional.empty();
    }

    String body() {
        return wire.getBody() == null ? "" : wire.getBodyAsString();
    }

    Map<String, @Nullable Object> params() {
        var params = new Params().addForm(query);
        String type = header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            params.addForm(body());
        } else if (type.startsWith("application/json")) {
            params.addJson(body());
        }
        return params.tree();
    }
}
