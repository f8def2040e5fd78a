package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Our own unpublished comments on one merge request. Published together they are one review and one notification. GitLab
 * checks their places only when it publishes them, and then drops what does not fit without a word (draft_notes API,
 * {@code DraftNotes::PublishService}): give it only lines that its diff shows, and count afterwards.
 */
public final class DraftNotes {
    private final Caller caller;
    private final String path;
    private final String mergeRequest;

    /** One of them. */
    public record Draft(long id, String body) {}

    DraftNotes(Caller caller, long projectId, long iid) {
        this.caller = caller;
        this.path = Caller.path(projectId, iid) + "/draft_notes";
        this.mergeRequest = Caller.mergeRequest(projectId, iid);
    }

    /** All that are not published yet. */
    public List<Draft> all() {
        return Caller.call(
                "read the drafts on" + mergeRequest,
                () -> new Paging(caller.http(), caller.onCall()).all(path, DraftNotes::draft));
    }

    private static Draft draft(JsonNode entry) {
        return new Draft(entry.path("id").asLong(), entry.path("note").asText());
    }

    /** Adds one. Called twice, it adds two. */
    public void add(String body, Place place) {
        var form = new LinkedHashMap<String, String>();
        form.put("note", body);
        form.putAll(Positions.draftFields(place));
        caller.creating("draft a note on" + mergeRequest, () -> caller.send("POST", path, form));
    }

    public void delete(Draft draft) {
        caller.once("delete a draft on" + mergeRequest, () -> caller.send("DELETE", path + "/" + draft.id(), Map.of()));
    }

    /** Publishes all. Afterwards there are no drafts, whether or not each became a comment. */
    public void publish() {
        caller.creating(
                "publish the drafts on" + mergeRequest, () -> caller.send("POST", path + "/bulk_publish", Map.of()));
    }
}
