package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who am I, what is this server, and projects. */
record InstanceEndpoints(World world, Lookup find) {

    void addTo(Route.Table routes) {
        routes.add("GET", "/user", request -> Answer.ok(UserJson.self(request.user())));
        routes.add("GET", "/users/:user", request -> Answer.ok(UserJson.self(user(request))));
        routes.add("GET", "/version", _ -> Answer.ok(Json.object("version", "18.6.0", "revision", "standin")));
        routes.add(
                "GET",
                "/metadata",
                _ -> Answer.ok(Json.object("version", "18.6.0", "revision", "standin", "enterprise", false)));
        routes.add("GET", "/personal_access_tokens/self", this::token);
        routes.add("GET", "/projects/:id", request -> Answer.ok(ProjectJson.api(find.project(request))));
        routes.add("GET", "/projects/:id/members/all/:user", this::member);
        routes.add("GET", "/projects/:id/access_tokens", this::projectTokens);
        routes.add("GET", "/projects/:id/hooks", request -> {
            var project = find.project(request);
            find.atLeast(40, project, request.user());
            return Answer.page(
                    request, project.hooks.stream().map(ProjectHook::json).toList());
        });
    }

    private Answer token(ApiRequest request) {
        if (!world.tokenTellsItself) {
            throw Refusal.message(404, "404 Not Found");
        }
        return Answer.ok(tokenJson(request));
    }

    private Answer projectTokens(ApiRequest request) {
        find.atLeast(40, find.project(request), request.user());
        return Answer.page(request, List.of(tokenJson(request)));
    }

    private Map<String, @Nullable Object> tokenJson(ApiRequest request) {
        return Json.object(
                "id",
                1,
                "name",
                "kanilint",
                "revoked",
                false,
                "active",
                true,
                "scopes",
                world.scopes,
                "user_id",
                request.user().id(),
                "expires_at",
                world.tokenExpires.toString());
    }

    private User user(ApiRequest request) {
        return world.users.values().stream()
                .filter(someone -> Long.toString(someone.id()).equals(request.variable("user")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("User"));
    }

    private Answer member(ApiRequest request) {
        var project = find.project(request);
        String id = request.variable("user");
        var user = world.users.values().stream()
                .filter(someone -> Long.toString(someone.id()).equals(id) && project.accessLevel(someone) > 0)
                .findFirst()
                .orElseThrow(() -> Refusal.message(404, "404 Not found"));
        var json = UserJson.basic(user);
        json.put("access_level", project.accessLevel(user));
        json.put("expires_at", null);
        return Answer.ok(json);
    }
}
