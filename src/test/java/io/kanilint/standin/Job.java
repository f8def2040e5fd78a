package io.kanilint.standin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A job that ran, with its log, and the hooks that tell of its end. */
public record Job(
        Project project, long id, long pipelineId, String name, String status, String ref, String sha, String log) {

    public String webUrl() {
        return project.webUrl() + "/-/jobs/" + id;
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                id,
                "name",
                name,
                "stage",
                "build",
                "status",
                status,
                "ref",
                ref,
                "web_url",
                webUrl(),
                "pipeline",
                Json.object("id", pipelineId, "project_id", project.id(), "ref", ref, "sha", sha));
    }

    /** The body of the Job Hook; as in GitLab, {@code commit.id} is the pipeline's number. */
    public String hookBody() {
        return Json.write(Json.object(
                "object_kind",
                "build",
                "ref",
                ref,
                "tag",
                false,
                "sha",
                sha,
                "build_id",
                id,
                "build_name",
                name,
                "build_stage",
                "build",
                "build_status",
                status,
                "pipeline_id",
                pipelineId,
                "project_id",
                project.id(),
                "commit",
                Json.object("id", pipelineId, "sha", sha, "status", status)));
    }

    /** The body of the Pipeline Hook of a pipeline of the branch, whose only job this is. */
    public String pipelineHookBody() {
        return Json.write(Json.object(
                "object_kind",
                "pipeline",
                "object_attributes",
                Json.object("id", pipelineId, "ref", ref, "tag", false, "sha", sha, "source", "push", "status", status),
                "project",
                ProjectJson.inHook(project),
                "builds",
                List.of(Json.object("id", id, "name", name, "stage", "build", "status", status))));
    }
}
