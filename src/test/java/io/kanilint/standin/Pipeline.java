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
        return new Pipeline(project.commitStatuses.newPipeline(sha), sha, ref);
    }

    /** What the merge request shows: once nothing else ran, the pipeline that a commit status made. */
    static @Nullable Pipeline shown(MergeRequest mr) {
        String head = mr.version().head().sha();
        return mr.headPipeline != null
                ? mr.headPipeline
                : mr.project
                        .commitStatuses
                        .newestPipeline(head)
                        .map(id -> new Pipeline(id, head, mr.sourceBranch()))
                        .orElse(null);
    }
}
