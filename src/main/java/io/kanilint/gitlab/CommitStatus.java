package io.kanilint.gitlab;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named verdict on a commit. GitLab keeps 255 characters of the description and of the address (column widths): a
 * longer description is cut, a longer address left out.
 *
 * @param targetUrl where to read more
 * @param ref branch; needed when no pipeline of the commit exists yet
 * @param pipelineId the pipeline to appear in; without one GitLab takes the newest of the commit, or makes one
 */
public record CommitStatus(
        State state,
        String name,
        String description,
        @Nullable String targetUrl,
        @Nullable String ref,
        @Nullable Long pipelineId) {
    private static final int LONGEST = 255;

    /** As GitLab names them. */
    public enum State {
        PENDING,
        RUNNING,
        SUCCESS,
        FAILED,
        CANCELED,
        SKIPPED
    }

    public CommitStatus(
            State state, String name, String description, @Nullable String targetUrl, @Nullable String ref) {
        this(state, name, description, targetUrl, ref, null);
    }

    public CommitStatus {
        if (description.codePointCount(0, description.length()) > LONGEST) {
            description = description.substring(0, description.offsetByCodePoints(0, LONGEST - 1)) + "…";
        }
        targetUrl = targetUrl != null && targetUrl.length() > LONGEST ? null : targetUrl;
    }

    /** As GitLab takes it. */
    Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("state", state.name().toLowerCase(Locale.ROOT));
        form.put("name", name);
        form.put("description", description);
        put(form, "target_url", targetUrl);
        put(form, "ref", ref);
        put(form, "pipeline_id", pipelineId);
        return form;
    }

    private static void put(Map<String, String> form, String name, @Nullable Object value) {
        if (value != null) {
            form.put(name, value.toString());
        }
    }
}
