package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** GitLab's REST API, below {@code /api/v4}: who may, then which route. */
final class Api {

    static final String PREFIX = "/api/v4";
    /** The one token that this GitLab knows. */
    static final String TOKEN = "token-of-the-bot";

    final List<String> unknown = new ArrayList<>();
    private final World world;
    private final Route.Table routes = new Route.Table();

    Api(World world) {
        this.world = world;
        var find = new Lookup(world);
        new InstanceEndpoints(world, find).addTo(routes);
        new MergeRequestEndpoints(world, find).addTo(routes);
        new FileEndpoints(find).addTo(routes);
        new CommitEndpoints(find).addTo(routes);
        new DiscussionEndpoints(find).addTo(routes);
        new NoteEndpoints(world, find).addTo(routes);
        new DraftEndpoints(world, find).addTo(routes);
        new JobEndpoints(find).addTo(routes);
        new LintEndpoints(find).addTo(routes);
        new SuggestionEndpoints(world).addTo(routes);
    }

    Answer answer(Incoming incoming) {
        try {
            if (!TOKEN.equals(token(incoming))) {
                throw Refusal.message(401, "401 Unauthorized");
            }
            if (!List.of("GET", "HEAD").contains(incoming.method()) && !world.scopes.contains("api")) {
                throw Refusal.scope();
            }
            var request = new ApiRequest(
                    incoming.method(), world.url + incoming.path(), Map.of(), incoming.params(), world.bot);
            return routes.answer(incoming.path().substring(PREFIX.length()), request)
                    .orElseGet(() -> {
                        unknown.add(incoming.method() + " " + incoming.path());
                        return Answer.json(404, Json.object("error", "404 Not Found"));
                    });
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    private static String token(Incoming incoming) {
        return incoming.header("PRIVATE-TOKEN")
                .or(() -> incoming.header("Authorization")
                        .filter(value -> value.startsWith("Bearer "))
                        .map(value -> value.substring("Bearer ".length())))
                .or(Optional::empty)
                .orElse("");
    }
}
