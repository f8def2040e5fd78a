package io.kanilint.standin;

import org.jspecify.annotations.Nullable;

/** Threads: list, open, reply, resolve. */
record DiscussionEndpoints(Lookup find) {

    private static final String THREADS = "/projects/:id/merge_requests/:iid/discussions";
    private static final String THREAD = THREADS + "/:discussion";

    void addTo(Route.Table routes) {
        routes.add("GET", THREADS, request -> {
            var mr = find.mergeRequest(request);
            return Answer.page(
                    request,
                    mr.threads.all().stream()
                            .map(one -> NoteJson.discussion(mr, one))
                            .toList());
        });
        routes.add("POST", THREADS, this::open);
        routes.add("GET", THREAD, request -> {
            var mr = find.mergeRequest(request);
            return Answer.ok(NoteJson.discussion(mr, mr.threads.get(request.variable("discussion"))));
        });
        routes.add("PUT", THREAD, this::resolve);
        routes.add("POST", THREAD + "/notes", this::reply);
    }

    private Answer open(ApiRequest request) {
        var mr = find.mergeRequest(request);
        String body = NoteBody.check(request.required("body"));
        var position = request.has("position") ? PositionCheck.check(request, mr) : null;
        refuseCommandsOnly(mr, body);
        return Answer.created(NoteJson.discussion(mr, mr.threads.open(request.user(), body, position)));
    }

    private Answer reply(ApiRequest request) {
        var mr = find.mergeRequest(request);
        String body = NoteBody.check(request.required("body"));
        var thread = mr.threads.get(request.variable("discussion"));
        if (thread.first().system()) {
            throw Refusal.badRequest("Discussion can not be replied to.");
        }
        refuseCommandsOnly(mr, body);
        return Answer.created(NoteJson.note(mr, mr.threads.reply(thread, request.user(), body)));
    }

    private Answer resolve(ApiRequest request) {
        var mr = find.mergeRequest(request);
        request.required("resolved");
        boolean resolved = request.flag("resolved").orElseThrow();
        var thread = mr.threads.get(request.variable("discussion"));
        if (!thread.resolvable() || !mayResolve(mr, request.user())) {
            throw Refusal.forbidden();
        }
        return Answer.ok(NoteJson.discussion(mr, mr.threads.resolve(thread, request.user(), resolved)));
    }

    static boolean mayResolve(MergeRequest mr, @Nullable User user) {
        return user != null && (mr.author().equals(user) || mr.project.accessLevel(user) >= 30);
    }

    /** The commands of such a note run, but no note comes of it. */
    private static void refuseCommandsOnly(MergeRequest mr, String body) {
        var actions = QuickActions.in(body);
        if (actions.nothingElse()) {
            mr.threads.executed.addAll(actions.executed());
            throw Refusal.badRequest("Note {:commands_only=>[\"Commands applied\"]}");
        }
    }
}
