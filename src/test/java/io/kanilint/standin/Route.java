package io.kanilint.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One kind of call, such as {@code GET /projects/:id}; a variable is exactly one URL-encoded piece of the path. */
record Route(String method, List<String> pieces, Function<ApiRequest, Answer> handler) {

    /** Collects routes in the order in which they are tried. */
    static final class Table {

        private final List<Route> routes = new ArrayList<>();

        Table add(String method, String template, Function<ApiRequest, Answer> handler) {
            routes.add(new Route(method, split(template), handler));
            return this;
        }

        Optional<Answer> answer(String path, ApiRequest request) {
            var pieces = split(path);
            for (Route route : routes) {
                var variables = route.match(request.method(), pieces);
                if (variables.isPresent()) {
                    return Optional.of(route.handler.apply(request.at(variables.get())));
                }
            }
            return Optional.empty();
        }
    }

    private Optional<Map<String, String>> match(String askedMethod, List<String> asked) {
        if (!method.equals(askedMethod) || asked.size() != pieces.size()) {
            return Optional.empty();
        }
        var variables = new LinkedHashMap<String, String>();
        for (int i = 0; i < asked.size(); i++) {
            String piece = pieces.get(i);
            if (piece.startsWith(":")) {
                variables.put(piece.substring(1), Params.decode(asked.get(i).replace("+", "%2B")));
            } else if (!piece.equals(asked.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }
}
