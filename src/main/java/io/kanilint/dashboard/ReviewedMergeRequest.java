package io.kanilint.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A merge request as GitLab named it at the last look.
 *
 * @param project path of its project; null if that was never told
 * @param title null if it was never told, and so are the branches and the state
 * @param webUrl its page in GitLab; null if that is no address of the web
 */
record ReviewedMergeRequest(
        long projectId,
        long iid,
        @Nullable String project,
        @Nullable String title,
        @Nullable String sourceBranch,
        @Nullable String targetBranch,
        @Nullable String state,
        @Nullable String webUrl) {
    static final String COLUMNS = """
            project.path, merge_request.title, merge_request.source_branch, merge_request.target_branch,
            merge_request.state, merge_request.web_url
            """;

    static ReviewedMergeRequest of(ResultSet row, long projectId, long iid) throws SQLException {
        return new ReviewedMergeRequest(
                projectId,
                iid,
                row.getString("path"),
                row.getString("title"),
                row.getString("source_branch"),
                row.getString("target_branch"),
                row.getString("state"),
                WebAddress.of(row.getString("web_url")).orElse(null));
    }

    public String projectName() {
        return project == null ? "project " + projectId : project;
    }

    /** As people write it. */
    public String name() {
        return projectName() + "!" + iid;
    }
}
