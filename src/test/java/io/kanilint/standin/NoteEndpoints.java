package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Single notes, the notes of threads, and the emoji on them. */
record NoteEndpoints(World world, Lookup find) {

    private static final String MR = "/projects/:id/merge_requests/:iid";

    void addTo(Route.Table routes) {
        routes.add("GET", MR + "/notes", this::list);
        routes.add("POST", MR + "/notes", this::create);
        for (String note : List.of(MR + "/notes/:note", MR + "/discussions/:discussion/notes/:note")) {
            routes.add("GET", note, this::get);
            routes.add("PUT", note, this::edit);
            routes.add("DELETE", note, this::delete);
        }
        routes.add(
                "GET",
                MR + "/notes/:note/award_emoji",
                request -> Answer.page(
                        request,
                        awards(request).stream().map(NoteEndpoints::json).toList()));
        routes.add("POST", MR + "/notes/:note/award_emoji", this::award);
    }

    private Answer list(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var notes = mr.threads.all().stream()
                .flatMap(thread -> thread.notes().stream())
                .map(note -> NoteJson.note(mr, note))
                .toList();
        return Answer.page(request, request.text("sort").filter("asc"::equals).isPresent() ? notes : notes.reversed());
    }

    private Answer create(ApiRequest request) {
        var mr = find.mergeRequest(request);
        String body = NoteBody.check(request.required("body"));
        var actions = QuickActions.in(body);
        if (actions.nothingElse()) {
            mr.threads.executed.addAll(actions.executed());
            return Answer.json(
                    202,
                    Json.object(
                            "commands_changes",
                            Map.of(),
                            "summary",
                            List.of("Applied " + String.join(", ", actions.executed()))));
        }
        return Answer.created(NoteJson.note(mr, mr.threads.comment(request.user(), body)));
    }

    private Answer get(ApiRequest request) {
        var mr = find.mergeRequest(request);
        return Answer.ok(NoteJson.note(mr, find.note(mr, request)));
    }

    private Answer edit(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var note = find.note(mr, request);
        boolean thread = request.path().containsKey("discussion");
        if (thread && request.has("body") == request.has("resolved")) {
            throw Refusal.parameter(
                    request.has("body")
                            ? "body, resolved are mutually exclusive"
                            : "body, resolved are missing, exactly one parameter must be provided");
        }
        if (request.has("resolved")) {
            return resolve(request, mr, note);
        }
        String body = request.required("body");
        mustOwn(request, mr, note);
        return Answer.ok(NoteJson.note(mr, mr.threads.edit(note.id(), body)));
    }

    private Answer resolve(ApiRequest request, MergeRequest mr, Note note) {
        if (!DiscussionEndpoints.mayResolve(mr, request.user())) {
            throw Refusal.forbidden();
        }
        if (!note.resolvable()) {
            throw Refusal.badRequest("Note is not resolvable");
        }
        var how = request.flag("resolved").orElse(false) ? new Note.Resolution(request.user(), world.now()) : null;
        mr.threads.change(note.id(), old -> old.withResolution(how));
        return Answer.ok(NoteJson.note(mr, mr.threads.note(note.id())));
    }

    private Answer delete(ApiRequest request) {
        var mr = find.mergeRequest(request);
        var note = find.note(mr, request);
        mustOwn(request, mr, note);
        mr.threads.delete(note.id());
        return Answer.noContent();
    }

    /** A note belongs to its author; only maintainers may touch those of others. */
    private void mustOwn(ApiRequest request, MergeRequest mr, Note note) {
        if (note.system() || !note.author().equals(request.user()) && mr.project.accessLevel(request.user()) < 40) {
            throw Refusal.forbidden();
        }
    }

    private Answer award(ApiRequest request) {
        String name = request.required("name");
        var awards = awards(request);
        if (awards.stream()
                .anyMatch(award -> award.name().equals(name) && award.user().equals(request.user()))) {
            throw Refusal.message(404, "404 Award Emoji Name has already been taken Not Found");
        }
        var award = new Threads.Award(world.nextId(), name, request.user());
        awards.add(award);
        return Answer.created(json(award));
    }

    private List<Threads.Award> awards(ApiRequest request) {
        var mr = find.mergeRequest(request);
        return mr.threads.awards.computeIfAbsent(find.note(mr, request).id(), _ -> new ArrayList<>());
    }

    private static Map<String, @Nullable Object> json(Threads.Award award) {
        return Json.object("id", award.id(), "name", award.name(), "user", UserJson.basic(award.user()));
    }
}
