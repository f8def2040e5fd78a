package io.kanilint.standin;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody says about a commit under a name. */
public record CommitStatus(
        long id,
        String sha,
        String name,
        String state,
        @Nullable String ref,
        @Nullable String description,
        @Nullable String targetUrl,
        User author,
        long pipelineId,
        Instant createdAt) {

    boolean unfinished() {
        return state.equals("pending") || state.equals("running");
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                id,
                "sha",
                sha,
                "ref",
                ref,
                "status",
                state,
                "name",
                name,
                "target_url",
                targetUrl,
                "description",
                description,
                "created_at",
                Json.time(createdAt),
                "started_at",
                null,
                "finished_at",
                unfinished() ? null : Json.time(createdAt),
                "allow_failure",
                false,
                "coverage",
                null,
                "pipeline_id",
                pipelineId,
                "author",
                UserJson.basic(author));
    }
}
