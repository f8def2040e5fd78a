package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest pipeline of a merge request. */
record Pipeline(long id, String sha, String ref) {

    Map<String, @Nullable Object> json() {
        return Json.object("id", id, "sha", sha, "ref", ref, "status", "running", "source", "merge_request_event");
    }

    static Pipeline run(MergeRequest mr, boolean mergedResults) {
        var project = mr.project;
        String head = mr.version().head().sha();
        String sha = mergedResults
                ? project.repository
                        .merge(mr.targetBranch(), head, "Merge of " + head, mr.author(), project.world.now())
                        .sha()
                : head;
        String ref = mergedResults ? "refs/merge-requests/" + mr.iid() + "/merge" : mr.sourceBranch();
        return new Pipeline(project.commitStatuses.pipeline(sha), sha, ref);
    }
}
