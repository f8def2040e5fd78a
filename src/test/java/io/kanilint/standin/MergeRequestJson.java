package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A merge request, its versions and changed files as the API shows them. */
final class MergeRequestJson {

    private MergeRequestJson() {}

    static Map<String, @Nullable Object> api(MergeRequest mr) {
        boolean prepared = mr.prepared();
        var version = mr.version();
        return Json.object(
                "id",
                mr.id(),
                "iid",
                mr.iid(),
                "project_id",
                mr.project.id(),
                "title",
                mr.title(),
                "description",
                mr.description(),
                "state",
                mr.state(),
                "created_at",
                Json.time(mr.createdAt),
                "updated_at",
                Json.time(mr.updatedAt),
                "target_branch",
                mr.targetBranch(),
                "source_branch",
                mr.sourceBranch(),
                "source_project_id",
                mr.source().id(),
                "target_project_id",
                mr.project.id(),
                "author",
                UserJson.basic(mr.author()),
                "assignees",
                List.of(),
                "reviewers",
                List.of(),
                "labels",
                List.of(),
                "draft",
                mr.draft(),
                "work_in_progress",
                mr.draft(),
                "sha",
                version.head().sha(),
                "merge_status",
                prepared ? "can_be_merged" : "preparing",
                "detailed_merge_status",
                prepared ? "mergeable" : "preparing",
                "user_notes_count",
                mr.notes().size(),
                "web_url",
                mr.webUrl(),
                "references",
                Json.object("short", "!" + mr.iid(), "full", mr.project.path() + "!" + mr.iid()),
                "prepared_at",
                prepared ? Json.time(mr.createdAt) : null,
                "changes_count",
                prepared ? Integer.toString(version.files().size()) : null,
                "blocking_discussions_resolved",
                mr.threads().stream().allMatch(Discussion::resolved),
                "head_pipeline",
                Optional.ofNullable(Pipeline.shown(mr)).map(Pipeline::json).orElse(null),
                "diff_refs",
                prepared ? refs(version) : null);
    }

    private static Map<String, @Nullable Object> refs(DiffVersion version) {
        return Json.object(
                "base_sha",
                version.base().sha(),
                "head_sha",
                version.head().sha(),
                "start_sha",
                version.start().sha());
    }

    static Map<String, @Nullable Object> version(MergeRequest mr, DiffVersion version) {
        return Json.object(
                "id",
                version.id(),
                "head_commit_sha",
                version.head().sha(),
                "base_commit_sha",
                version.base().sha(),
                "start_commit_sha",
                version.start().sha(),
                "created_at",
                Json.time(version.createdAt()),
                "merge_request_id",
                mr.id(),
                "state",
                "collected",
                "real_size",
                Integer.toString(version.files().size()));
    }

    static Map<String, @Nullable Object> diff(FileDiff file) {
        String diff = file.lines().unified();
        boolean collapsed = diff.length() > FileDiff.COLLAPSE_BYTES;
        return Json.object(
                "diff",
                collapsed ? "" : diff,
                "new_path",
                file.newPath(),
                "old_path",
                file.oldPath(),
                "a_mode",
                file.newFile() ? "0" : "100644",
                "b_mode",
                file.deletedFile() ? "0" : "100644",
                "new_file",
                file.newFile(),
                "renamed_file",
                file.renamedFile(),
                "deleted_file",
                file.deletedFile(),
                "generated_file",
                false,
                "collapsed",
                collapsed,
                "too_large",
                false);
    }

    static Map<String, @Nullable Object> commit(Project project, Commit commit) {
        return Json.object(
                "id",
                commit.sha(),
                "short_id",
                commit.sha().substring(0, 8),
                "title",
                commit.title(),
                "message",
                commit.message(),
                "parent_ids",
                commit.parents(),
                "author_name",
                commit.author().name(),
                "author_email",
                commit.author().username() + "@example.com",
                "authored_date",
                Json.time(commit.createdAt()),
                "created_at",
                Json.time(commit.createdAt()),
                "committed_date",
                Json.time(commit.createdAt()),
                "committer_name",
                commit.author().name(),
                "web_url",
                project.webUrl() + "/-/commit/" + commit.sha());
    }
}
