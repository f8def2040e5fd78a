package io.kanilint.standin;

/** {@code PUT /suggestions/:id/apply}. */
record SuggestionEndpoints(World world) {

    /** A suggestion and where it is. */
    record Found(MergeRequest mr, Note note, Suggestion suggestion) {}

    void addTo(Route.Table routes) {
        routes.add("PUT", "/suggestions/:suggestion/apply", request -> {
            var found = find(world, request.variable("suggestion"));
            if (found.mr().source().accessLevel(request.user()) < 30
                    && !found.mr().author().equals(request.user())) {
                throw Refusal.forbidden();
            }
            new SuggestionApplication(found.mr(), found.note().id(), found.suggestion()).apply();
            var after = find(world, request.variable("suggestion"));
            return Answer.ok(NoteJson.suggestion(after.mr(), after.note(), after.suggestion()));
        });
    }

    static Found find(World world, String id) {
        return world.projects.stream()
                .flatMap(project -> project.mergeRequests.stream())
                .flatMap(mr -> mr.notes().stream()
                        .flatMap(
                                note -> note.suggestions().stream().map(suggestion -> new Found(mr, note, suggestion))))
                .filter(found -> Long.toString(found.suggestion().id()).equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.message(404, "Suggestion is not applicable as the suggestion was not found."));
    }
}
