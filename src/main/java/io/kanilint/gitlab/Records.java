package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.gitlab4j.api.models.Diff;
import org.gitlab4j.api.models.DiffRef;
import org.gitlab4j.api.models.Discussion;
import org.jspecify.annotations.Nullable;

/** From gitlab4j's models, where anything may be null, to our records. */
final class Records {
    private Records() {}

    static MergeRequest mergeRequest(InputStream json) throws IOException {
        return mergeRequest(Paging.JSON.readValue(json, org.gitlab4j.api.models.MergeRequest.class));
    }

    private static MergeRequest mergeRequest(org.gitlab4j.api.models.@Nullable MergeRequest answer) {
        org.gitlab4j.api.models.MergeRequest from = there(answer, "a merge request");
        Long source = from.getSourceProjectId();
        return new MergeRequest(
                there(from.getProjectId(), "project_id"),
                there(from.getIid(), "iid"),
                text(from.getTitle()),
                text(from.getState()),
                there(from.getSourceBranch(), "source_branch"),
                there(from.getTargetBranch(), "target_branch"),
                source == null ? 0 : source,
                diffRefs(from.getDiffRefs()),
                text(from.getWebUrl()),
                pipeline(from.getHeadPipeline()),
                merge(from));
    }

    /** A fast-forward makes no commit of its own, so that the head itself, or what it was squashed to, is in the target. */
    private static MergeRequest.@Nullable Merge merge(org.gitlab4j.api.models.MergeRequest from) {
        return !"merged".equals(from.getState())
                ? null
                : Stream.of(from.getMergeCommitSha(), from.getSquashCommitSha(), from.getSha())
                        .filter(sha -> sha != null && !sha.isBlank())
                        .findFirst()
                        .map(sha -> new MergeRequest.Merge(
                                sha,
                                from.getMergedAt() == null
                                        ? null
                                        : from.getMergedAt().toInstant()))
                        .orElse(null);
    }

    private static @Nullable Pipeline pipeline(org.gitlab4j.api.models.@Nullable Pipeline from) {
        return from == null || from.getId() == null || from.getSha() == null
                ? null
                : new Pipeline(from.getId(), from.getSha(), text(from.getRef()));
    }

    private static @Nullable DiffRefs diffRefs(@Nullable DiffRef from) {
        if (from == null || from.getBaseSha() == null || from.getStartSha() == null || from.getHeadSha() == null) {
            return null;
        }
        return new DiffRefs(from.getBaseSha(), from.getStartSha(), from.getHeadSha());
    }

    static Project project(org.gitlab4j.api.models.@Nullable Project answer) {
        org.gitlab4j.api.models.Project from = there(answer, "a project");
        return new Project(
                there(from.getId(), "id"),
                there(from.getPathWithNamespace(), "path_with_namespace"),
                from.getDefaultBranch(),
                from.getCiConfigPath(),
                text(from.getWebUrl()));
    }

    static DiscussionThread thread(@Nullable Discussion answer) {
        Discussion from = there(answer, "a thread");
        List<org.gitlab4j.api.models.Note> notes = there(from.getNotes(), "notes");
        var resolvable = notes.stream()
                .filter(note -> Boolean.TRUE.equals(note.getResolvable()))
                .toList();
        boolean resolved = resolvable.stream().allMatch(note -> Boolean.TRUE.equals(note.getResolved()));
        return new DiscussionThread(
                there(from.getId(), "id"),
                !resolvable.isEmpty(),
                !resolvable.isEmpty() && resolved,
                notes.stream().map(Records::note).toList());
    }

    private static Note note(org.gitlab4j.api.models.Note from) {
        // 0 is nobody's id: a note without an author is at least not ours.
        Long author = from.getAuthor() == null ? null : from.getAuthor().getId();
        return new Note(
                there(from.getId(), "a note's id"),
                author == null ? 0 : author,
                text(from.getBody()),
                Boolean.TRUE.equals(from.getSystem()),
                Positions.line(from.getPosition()));
    }

    /** @param flags the same entry as it came: gitlab4j's model drops {@code collapsed} and {@code too_large} */
    static ChangedFile changedFile(Diff from, JsonNode flags) {
        String diff = text(from.getDiff());
        // Both flags came together, with GitLab 18 (merge request 199633).
        boolean said = flags.path("collapsed").isBoolean();
        boolean left =
                flags.path("collapsed").asBoolean() || flags.path("too_large").asBoolean();
        return new ChangedFile(
                there(from.getOldPath(), "old_path"),
                there(from.getNewPath(), "new_path"),
                Boolean.TRUE.equals(from.getNewFile()),
                Boolean.TRUE.equals(from.getDeletedFile()),
                Boolean.TRUE.equals(from.getRenamedFile()),
                diff,
                left || (diff.isEmpty() ? !said : !isWhole(diff)));
    }

    private static boolean isWhole(String diff) {
        try {
            DiffLines.of(diff);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static <T> T there(@Nullable T value, String name) {
        if (value == null) {
            throw new UnexpectedAnswer(name);
        }
        return value;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
