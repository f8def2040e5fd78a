package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Discussions and notes as the API shows them. */
final class NoteJson {

    private NoteJson() {}

    static Map<String, @Nullable Object> discussion(MergeRequest mr, Discussion discussion) {
        return Json.object(
                "id",
                discussion.id(),
                "individual_note",
                discussion.individual(),
                "notes",
                discussion.notes().stream().map(note -> note(mr, note)).toList());
    }

    static Map<String, @Nullable Object> note(MergeRequest mr, Note note) {
        var json = Json.object(
                "id",
                note.id(),
                "type",
                note.type(),
                "body",
                note.body(),
                "attachment",
                null,
                "author",
                UserJson.basic(note.author()),
                "created_at",
                Json.time(note.createdAt()),
                "updated_at",
                Json.time(note.updatedAt()),
                "system",
                note.system(),
                "noteable_id",
                mr.id(),
                "noteable_type",
                "MergeRequest",
                "project_id",
                mr.project.id(),
                "resolvable",
                note.resolvable());
        note.position().ifPresent(position -> {
            json.put("commit_id", null);
            json.put("position", position.json());
        });
        if (note.resolvable()) {
            var how = note.resolution();
            json.put("resolved", note.resolved());
            json.put("resolved_by", how == null ? null : UserJson.basic(how.by()));
            json.put("resolved_at", how == null ? null : Json.time(how.at()));
        }
        json.put("confidential", false);
        json.put("internal", false);
        json.put("noteable_iid", mr.iid());
        json.put("commands_changes", Map.of());
        if (!note.suggestions().isEmpty()) {
            json.put(
                    "suggestions",
                    note.suggestions().stream()
                            .map(one -> suggestion(mr, note, one))
                            .toList());
        }
        return json;
    }

    static Map<String, @Nullable Object> suggestion(MergeRequest mr, Note note, Suggestion suggestion) {
        int target = note.position().map(Position::newLine).orElse(0);
        return suggestion.json(
                target,
                new SuggestionApplication(mr, note.id(), suggestion)
                        .inapplicable()
                        .isEmpty());
    }
}
