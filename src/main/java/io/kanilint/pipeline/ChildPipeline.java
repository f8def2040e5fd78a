package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;

/**
 * A pipeline of its own that a job starts, from one file of the same project.
 *
 * @param place where the job says so
 * @param path the file, relative to the project's root
 */
public record ChildPipeline(Span place, String path) {

    /** Whether a job of this configuration starts one. */
    public static boolean isStartedIn(YamlNode configuration) {
        return configuration.target() instanceof YamlMap jobs
                && jobs.effective().values().stream()
                        .map(YamlMap.Entry::value)
                        .anyMatch(job -> job.target() instanceof YamlMap map
                                && map.get("trigger").flatMap(ChildPipeline::of).isPresent());
    }

    /** The one that a job's {@code trigger} starts, if it is of this kind. */
    static Optional<ChildPipeline> of(YamlNode trigger) {
        return trigger.target() instanceof YamlMap map
                ? map.get("include").flatMap(ChildPipeline::path).map(path -> new ChildPipeline(trigger.span(), path))
                : Optional.empty();
    }

    private static Optional<String> path(YamlNode include) {
        return switch (include.target()) {
            case YamlScalar scalar
            when scalar.value().matches("[^$*]*\\.ya?ml") && !scalar.value().contains("://") ->
                Optional.of(scalar.value().replaceFirst("^/+", ""));
            case YamlMap map when map.entries().size() == 1 -> map.get("local").flatMap(ChildPipeline::path);
            case YamlList list
            when list.items().size() == 1 -> path(list.items().getFirst());
            default -> Optional.empty();
        };
    }
}
