package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of comments. GitLab takes them with any place and looks at it when they are published: then those that do not fit
 * are lost without a word.
 */
record DraftEndpoints(World world, Lookup find) {

    private static final String DRAFTS = "/projects/:id/merge_requests/:iid/draft_notes";

    /** One of them; the request still holds its place as it was sent. */
    record Draft(long id, User author, String note, ApiRequest request) {

        Map<String, @Nullable Object> json() {
            return Json.object(
                    "id",
                    id,
                    "author_id",
                    author.id(),
                    "note",
                    note,
                    "resolve_discussion",
                    false,
                    "discussion_id",
                    null);
        }
    }

    void addTo(Route.Table routes) {
        routes.add(
                "GET",
                DRAFTS,
                request -> Answer.page(
                        request, own(request).stream().map(Draft::json).toList()));
        routes.add("POST", DRAFTS, this::create);
        routes.add("POST", DRAFTS + "/bulk_publish", this::publish);
        routes.add("DELETE", DRAFTS + "/:draft", this::delete);
    }

    private List<Draft> own(ApiRequest request) {
        return find.mergeRequest(request).drafts.all.stream()
                .filter(draft -> draft.author().equals(request.user()))
                .toList();
    }

    private Answer create(ApiRequest request) {
        var mr = find.mergeRequest(request);
        String note = request.required("note");
        if (LineRange.of(request).filter(LineRange::numbered).isPresent()) {
            throw Refusal.badRequest("Draft note {:position=>[\"must be a valid json schema\"]}");
        }
        var draft = new Draft(world.nextId(), request.user(), NoteBody.check(note), request);
        mr.drafts.all.add(draft);
        return Answer.created(draft.json());
    }

    private Answer publish(ApiRequest request) {
        var mr = find.mergeRequest(request);
        for (Draft draft : own(request)) {
            if (mr.drafts.losesNext) {
                mr.drafts.losesNext = false;
                continue;
            }
            try {
                if (draft.request().has("position")) {
                    var position = PositionCheck.check(draft.request(), mr);
                    mr.threads.open(draft.author(), draft.note(), position);
                } else {
                    mr.threads.comment(draft.author(), draft.note());
                }
            } catch (Refusal _) {
                // Lost, as GitLab loses it.
            }
        }
        mr.drafts.all.removeAll(own(request));
        mr.drafts.publications++;
        return Answer.noContent();
    }

    private Answer delete(ApiRequest request) {
        var mr = find.mergeRequest(request);
        String id = request.variable("draft");
        if (!mr.drafts.all.removeIf(draft -> Long.toString(draft.id()).equals(id))) {
            throw Refusal.notFound("Draft note");
        }
        return Answer.noContent();
    }
}
