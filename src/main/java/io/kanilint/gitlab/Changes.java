package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits and merge requests of our own making. */
public final class Changes {
    private final Caller caller;

    /**
     * A file's new text.
     *
     * @param lastCommit the commit that gave the file the text that this replaces; GitLab refuses, with status 400, if it
     *     was changed since
     */
    public record FileText(String path, String text, String lastCommit) {}

    /** A commit of a merge request. */
    public record Made(String sha, String message) {}

    Changes(Caller caller) {
        this.caller = caller;
    }

    /** The newest commit up to {@code ref} that changed a file. */
    public String lastCommit(long projectId, String path, String ref) {
        return caller.once(
                "look up " + path + " at " + ref + " in project " + projectId,
                () -> Records.there(
                        caller.text(
                                "/projects/" + projectId + "/repository/files/" + Caller.encode(path) + "?ref="
                                        + Caller.encode(ref),
                                "last_commit_id"),
                        "last_commit_id"));
    }

    /** The commits of a merge request, newest first. */
    public List<Made> of(long projectId, long iid) {
        return Caller.call(
                "read the commits of" + Caller.mergeRequest(projectId, iid),
                () -> new Paging(caller.http(), caller.onCall())
                        .all(
                                Caller.path(projectId, iid) + "/commits",
                                entry -> new Made(
                                        Records.there(entry.path("id").textValue(), "id"),
                                        entry.path("message").asText())));
    }

    /**
     * Commits to a branch; gives the commit.
     *
     * @param start the commit to make the branch at; null for a branch that is there
     */
    public String commit(long projectId, String branch, @Nullable String start, String message, List<FileText> files) {
        var body = new LinkedHashMap<String, Object>();
        body.put("branch", branch);
        body.put("commit_message", message);
        if (start != null) {
            body.put("start_sha", start);
        }
        body.put("actions", files.stream().map(Changes::action).toList());
        return caller.creating(
                "commit to " + branch + " of project " + projectId,
                () -> Records.there(
                        post("/projects/" + projectId + "/repository/commits", body)
                                .path("id")
                                .textValue(),
                        "id"));
    }

    private static Map<String, String> action(FileText file) {
        return Map.of(
                "action",
                "update",
                "file_path",
                file.path(),
                "encoding",
                "base64",
                "content",
                Base64.getEncoder().encodeToString(file.text().getBytes(StandardCharsets.UTF_8)),
                "last_commit_id",
                file.lastCommit());
    }

    /** The address of the open merge request from a branch into a project, if there is one. */
    public Optional<String> openFrom(long projectId, String branch) {
        return caller.once("look for a merge request from " + branch + " into project " + projectId, () -> {
            JsonNode found = caller.get(
                    "/projects/" + projectId + "/merge_requests?state=opened&source_branch=" + Caller.encode(branch));
            return found.isArray() && !found.isEmpty()
                    ? Optional.of(found.get(0).path("web_url").asText())
                    : Optional.empty();
        });
    }

    /**
     * Opens a merge request; gives its address.
     *
     * @param projectId the project of its source branch
     * @param into the project of its target branch
     */
    public String open(
            long projectId, String branch, long into, String targetBranch, String title, String description) {
        var body = new LinkedHashMap<String, Object>();
        body.put("source_branch", branch);
        body.put("target_branch", targetBranch);
        body.put("title", title);
        body.put("description", description);
        body.put("remove_source_branch", true);
        if (into != projectId) {
            body.put("target_project_id", into);
        }
        return caller.creating(
                "open a merge request from " + branch + " of project " + projectId,
                () -> post("/projects/" + projectId + "/merge_requests", body)
                        .path("web_url")
                        .asText());
    }

    /** Deletes a branch. */
    public void delete(long projectId, String branch) {
        caller.once(
                "delete branch " + branch + " of project " + projectId,
                () -> caller.send(
                        "DELETE",
                        "/projects/" + projectId + "/repository/branches/" + Caller.encode(branch),
                        Map.of()));
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException {
        return caller.sendJson("POST", path, body);
    }
}
