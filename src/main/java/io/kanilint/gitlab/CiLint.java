package io.kanilint.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What GitLab makes of a project's CI configuration at a commit.
 *
 * @param valid whether it would run it; if not, the rest may be missing
 * @param mergedYaml the jobs after includes and references, without their places
 * @param localFiles paths of the included files of the same project
 */
public record CiLint(boolean valid, String mergedYaml, Set<String> localFiles) {

    public CiLint {
        localFiles = Set.copyOf(localFiles);
    }

    static CiLint of(JsonNode answer) {
        var local = new LinkedHashSet<String>();
        for (JsonNode include : answer.path("includes")) {
            if ("local".equals(include.path("type").asText())) {
                local.add(include.path("location").asText().replaceFirst("^/+", ""));
            }
        }
        return new CiLint(
                answer.path("valid").asBoolean() && answer.path("includes").isArray(),
                answer.path("merged_yaml").asText(),
                local);
    }
}
