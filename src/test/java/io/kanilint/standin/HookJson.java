package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of GitLab's hooks. */
final class HookJson {

    private static final List<String> STATES = List.of("opened", "closed", "merged", "locked");

    private HookJson() {}

    static int stateId(String state) {
        return STATES.indexOf(state) + 1;
    }

    static Map<String, @Nullable Object> mergeRequest(MergeRequest mr, String action) {
        var attributes = attributes(mr);
        attributes.put("action", action);
        boolean update = action.equals("update");
        if (update && mr.oldrev != null) {
            attributes.put("oldrev", mr.oldrev);
        }
        return Json.object(
                "object_kind",
                "merge_request",
                "event_type",
                "merge_request",
                "user",
                UserJson.inHook(mr.author()),
                "project",
                ProjectJson.inHook(mr.project),
                "object_attributes",
                attributes,
                "labels",
                List.of(),
                "changes",
                update ? mr.changes : Map.of(),
                "repository",
                ProjectJson.repository(mr.project),
                "assignees",
                List.of(),
                "reviewers",
                List.of());
    }

    static Map<String, @Nullable Object> note(MergeRequest mr, Note note) {
        var thread = mr.threads.holding(note.id());
        var position = new ArrayList<@Nullable Object>();
        note.position().ifPresent(where -> position.add(where.json()));
        return Json.object(
                "object_kind",
                "note",
                "event_type",
                "note",
                "user",
                UserJson.inHook(note.author()),
                "project_id",
                mr.project.id(),
                "project",
                ProjectJson.inHook(mr.project),
                "object_attributes",
                Json.object(
                        "id",
                        note.id(),
                        "note",
                        note.body(),
                        "description",
                        note.body(),
                        "noteable_type",
                        "MergeRequest",
                        "noteable_id",
                        mr.id(),
                        "author_id",
                        note.author().id(),
                        "project_id",
                        mr.project.id(),
                        "discussion_id",
                        thread.id(),
                        "type",
                        note.type(),
                        "position",
                        position.isEmpty() ? null : position.getFirst(),
                        "line_code",
                        null,
                        "commit_id",
                        null,
                        "system",
                        note.system(),
                        "resolved_at",
                        null,
                        "st_diff",
                        null,
                        "created_at",
                        hookTime(note),
                        "updated_at",
                        hookTime(note),
                        "action",
                        note.updatedAt().equals(note.createdAt()) ? "create" : "update",
                        "url",
                        mr.webUrl() + "#note_" + note.id()),
                "repository",
                ProjectJson.repository(mr.project),
                "merge_request",
                attributes(mr));
    }

    static Map<String, @Nullable Object> emoji(MergeRequest mr, Note note, Emoji emoji) {
        var json = note(mr, note);
        json.put("object_kind", "emoji");
        json.put("event_type", emoji.awarded() ? "award" : "revoke");
        json.put("user", UserJson.inHook(emoji.user()));
        json.put("note", json.get("object_attributes"));
        json.put(
                "object_attributes",
                Json.object(
                        "id",
                        note.id() + 1_000_000,
                        "name",
                        emoji.name(),
                        "user_id",
                        emoji.user().id(),
                        "awardable_type",
                        "Note",
                        "awardable_id",
                        note.id(),
                        "created_at",
                        hookTime(note),
                        "updated_at",
                        hookTime(note),
                        "awarded_on_url",
                        mr.webUrl() + "#note_" + note.id()));
        return json;
    }

    private static String hookTime(Note note) {
        return Json.hookTime(note.createdAt());
    }

    private static Map<String, @Nullable Object> attributes(MergeRequest mr) {
        var head = mr.version().head();
        return Json.object(
                "id",
                mr.id(),
                "iid",
                mr.iid(),
                "title",
                mr.title(),
                "description",
                mr.description(),
                "state",
                mr.state(),
                "state_id",
                stateId(mr.state()),
                "draft",
                mr.draft(),
                "work_in_progress",
                mr.draft(),
                "author_id",
                mr.author().id(),
                "assignee_id",
                null,
                "assignee_ids",
                List.of(),
                "reviewer_ids",
                List.of(),
                "labels",
                List.of(),
                "source_branch",
                mr.sourceBranch(),
                "target_branch",
                mr.targetBranch(),
                "source_project_id",
                mr.source().id(),
                "target_project_id",
                mr.project.id(),
                "source",
                ProjectJson.inHook(mr.source()),
                "target",
                ProjectJson.inHook(mr.project),
                "last_commit",
                commit(mr.source(), head),
                "merge_status",
                "checking",
                "detailed_merge_status",
                "checking",
                "blocking_discussions_resolved",
                mr.threads().stream().allMatch(Discussion::resolved),
                "first_contribution",
                false,
                "created_at",
                Json.hookTime(mr.createdAt),
                "updated_at",
                Json.hookTime(mr.updatedAt),
                "prepared_at",
                mr.prepared() ? Json.hookTime(mr.createdAt) : null,
                "last_edited_at",
                null,
                "head_pipeline_id",
                null,
                "merge_commit_sha",
                null,
                "url",
                mr.webUrl());
    }

    private static Map<String, @Nullable Object> commit(Project project, Commit commit) {
        return Json.object(
                "id",
                commit.sha(),
                "message",
                commit.message(),
                "title",
                commit.title(),
                "timestamp",
                Json.time(commit.createdAt()),
                "url",
                project.webUrl() + "/-/commit/" + commit.sha(),
                "author",
                Json.object("name", commit.author().name(), "email", "[REDACTED]"));
    }
}
