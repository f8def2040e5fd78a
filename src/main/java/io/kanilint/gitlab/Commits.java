package io.kanilint.gitlab;

import static io.kanilint.gitlab.Caller.encode;

import java.util.ArrayList;
import java.util.List;

/** The commits of a project. */
public final class Commits {
    private final Caller caller;
    private final long projectId;

    Commits(Caller caller, long projectId) {
        this.caller = caller;
        this.projectId = projectId;
    }

    /** What GitLab makes of the CI configuration at a commit; the file is where the project's settings say. */
    public CiLint lint(String sha) {
        String query = "/projects/" + projectId + "/ci/lint?content_ref=" + encode(sha) + "&dry_run=false";
        return caller.once(
                "lint the CI configuration of project " + projectId + " at " + sha, () -> CiLint.of(caller.get(query)));
    }

    /** The parents of a commit. */
    public List<String> parents(String sha) {
        return caller.once("read commit " + sha + " of project " + projectId, () -> {
            var parents = new ArrayList<String>();
            Records.there(
                            caller.get("/projects/" + projectId + "/repository/commits/" + encode(sha))
                                    .get("parent_ids"),
                            "parent_ids")
                    .forEach(parent -> parents.add(parent.asText()));
            return List.copyOf(parents);
        });
    }

    /**
     * Whether a commit is another one or among its ancestors.
     *
     * @throws GitLabRefused with status 404 if there is no such commit, or nothing that both come from
     */
    public boolean contains(String descendant, String sha) {
        String at = "/projects/" + projectId + "/repository/merge_base?refs[]=" + encode(sha) + "&refs[]="
                + encode(descendant);
        return caller.once(
                "compare commits " + sha + " and " + descendant + " of project " + projectId,
                () -> Records.there(caller.get(at.replace("[]", "%5B%5D")).get("id"), "id")
                        .asText()
                        .equals(sha));
    }
}
