package io.kanilint.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the body of a webhook (GitLab's documentation of webhook events, and of system hooks, whose bodies lack a field
 * here and there). The body decides, not the header: the kind is told by the header only for some hooks.
 */
final class HookReader {
    private static final int LONGEST_EVENT = 100;
    /** A command is a line; the rest of a comment is of no interest. */
    private static final int LONGEST_NOTE = 4_000;

    /** Enough for the hidden line by which we know our comments again. */
    private static final int LONGEST_END = 200;

    private static final Set<String> ENDS = Set.of("success", "failed", "canceled", "skipped");
    private static final Pattern MERGE_REQUEST_REF = Pattern.compile("refs/merge-requests/(\\d{1,9})/[a-z]+");

    private HookReader() {}

    /** The hook, or empty if the body is not a JSON object. */
    static Optional<Hook> read(HookBody body) {
        return HookTree.read(body).map(HookFields::new).map(HookReader::hook);
    }

    private static Hook hook(HookFields root) {
        String kind = root.text("object_kind").or(() -> root.text("event_name")).orElse("");
        return switch (kind) {
            case "merge_request" -> MergeRequestEvent.read(root);
            case "note" -> note(root);
            case "build" -> job(root);
            case "pipeline" -> pipeline(root);
            case "push" ->
                ignored("push", root, 0, "Pushes are not looked at: a merge request tells of its new commits itself.");
            case "emoji" -> emoji(root);
            case "" ->
                ignored(
                        "unknown",
                        root,
                        0,
                        "It does not say what happened. A template of its own in the webhook's settings can be why.");
            default -> ignored(kind, root, 0, "Events of this kind are not looked at.");
        };
    }

    private static Hook note(HookFields root) {
        HookFields note = root.in("object_attributes");
        long iid = root.in("merge_request").id("iid");
        // Without an action the server is older than 16.11, which tells of new comments only.
        String event = event("note", note.text("action").orElse("create"));
        if (!note.name("noteable_type").equals("MergeRequest") || project(root) == 0 || iid == 0) {
            return ignored(event, root, 0, "Only comments on merge requests are read.");
        }
        if (root.name("event_type").equals("confidential_note") || note.isTrue("internal")) {
            return ignored(event, root, iid, "Internal comments are not read: the answer could be seen by others.");
        }
        if (!event.equals("note create") || note.isTrue("system")) {
            return ignored(event, root, iid, "Only new comments of people are read.");
        }
        long author = note.id("author_id") == 0 ? root.in("user").id("id") : note.id("author_id");
        if (note.id("id") == 0 || author == 0) {
            return ignored(event, root, iid, "It does not say who wrote what.");
        }
        return new Hook.Note(event, project(root), iid, note.id("id"), author, note.lines("note", LONGEST_NOTE));
    }

    private static Hook job(HookFields root) {
        String status = root.name("build_status");
        long iid = iid(root.name("ref"));
        String event = event("build", status);
        if (!ENDS.contains(status) || status.equals("skipped")) {
            return ignored(event, root, iid, "The job has not come to an end.");
        }
        return project(root) == 0 || root.id("build_id") == 0
                ? ignored(event, root, 0, "It names no project or no job.")
                : new Hook.JobFinished(
                        event,
                        project(root),
                        iid,
                        root.id("build_id"),
                        root.name("build_name"),
                        root.sha("sha"),
                        status);
    }

    private static Hook pipeline(HookFields root) {
        HookFields pipeline = root.in("object_attributes");
        String status = pipeline.name("status");
        String event = event("pipeline", status);
        long told = root.in("merge_request").id("iid");
        long iid = told == 0 ? iid(pipeline.name("ref")) : told;
        if (!ENDS.contains(status)) {
            return ignored(event, root, iid, "The pipeline has not come to an end.");
        }
        return project(root) == 0 || pipeline.id("id") == 0
                ? ignored(event, root, 0, "It names no project or no pipeline.")
                : new Hook.PipelineFinished(event, project(root), iid, pipeline.id("id"), pipeline.sha("sha"), status);
    }

    private static Hook emoji(HookFields root) {
        HookFields emoji = root.in("object_attributes");
        String event = event("emoji", root.name("event_type"));
        long iid = root.in("merge_request").id("iid");
        boolean awarded = event.equals("emoji award");
        if (!awarded && !event.equals("emoji revoke")) {
            return ignored(event, root, iid, "It is neither an award nor taken back.");
        }
        return project(root) == 0 || iid == 0 || !emoji.name("awardable_type").equals("Note")
                ? ignored(event, root, iid, "Only emoji on comments on merge requests count.")
                : new Hook.Emoji(
                        event,
                        project(root),
                        iid,
                        emoji.id("awardable_id"),
                        root.in("note").name("discussion_id"),
                        root.in("note").end("note", LONGEST_END),
                        emoji.name("name"),
                        awarded,
                        emoji.id("user_id"));
    }

    /** Forty zeros stand for no commit. */
    private static long iid(String ref) {
        Matcher merge = MERGE_REQUEST_REF.matcher(ref);
        return merge.matches() ? Long.parseLong(merge.group(1)) : 0;
    }

    private static long project(HookFields root) {
        long id = root.id("project_id");
        return id == 0 ? root.in("project").id("id") : id;
    }

    static String event(String kind, String action) {
        return action.isEmpty() ? kind : kind + " " + action;
    }

    static Hook ignored(String event, HookFields root, long iid, String reason) {
        return new Hook.Ignored(HookFields.clean(HookFields.cut(event, LONGEST_EVENT)), project(root), iid, reason);
    }
}
