package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keywords whose effect is another one when several jobs have them. */
final class KeywordDoubts {
    /** Actions that use an environment without deploying to it. */
    private static final Set<String> NO_DEPLOYMENT = Set.of("prepare", "verify", "access");

    private final Job job;
    private final JobBody body;
    private final Pipeline pipeline;

    KeywordDoubts(Pipeline pipeline, JobBody body) {
        this.pipeline = pipeline;
        this.job = body.job();
        this.body = body;
    }

    Optional<String> first() {
        return Stream.of(environment(), resourceGroup(), release(), coverage(), artifacts(), cache(), unread())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<YamlNode> value(String keyword) {
        return Optional.ofNullable(job.keywords().get(keyword)).map(YamlNode::target);
    }

    private static Optional<String> text(YamlNode node, String key) {
        return node instanceof YamlMap map
                ? map.get(key)
                        .map(YamlNode::target)
                        .filter(YamlScalar.class::isInstance)
                        .map(scalar -> ((YamlScalar) scalar).value())
                : Optional.empty();
    }

    private Optional<String> environment() {
        return value("environment")
                .filter(node ->
                        text(node, "action").filter(NO_DEPLOYMENT::contains).isEmpty())
                .map(_ -> "each job would deploy to the 'environment'");
    }

    private Optional<String> resourceGroup() {
        return value("resource_group")
                .map(_ -> "another pipeline can get in between the jobs, as each takes the 'resource_group' by itself");
    }

    private Optional<String> release() {
        return value("release").map(_ -> "each job would make the 'release'");
    }

    private Optional<String> coverage() {
        return value("coverage").map(_ -> "each job would report a 'coverage'");
    }

    private Optional<String> artifacts() {
        return value("artifacts")
                .filter(node -> node instanceof YamlMap map
                        && Stream.of("paths", "untracked", "reports")
                                .anyMatch(key -> map.get(key).isPresent()))
                .map(_ -> "each job would upload the same 'artifacts'");
    }

    /** A cache that all jobs share by default is shared by the new ones too. */
    private Optional<String> cache() {
        boolean own = body.map().effective().containsKey("cache");
        return value("cache").filter(node -> own && writes(node)).map(_ -> "each job would write the same 'cache'");
    }

    private static boolean writes(YamlNode cache) {
        return switch (cache.target()) {
            case YamlList list -> list.items().stream().anyMatch(KeywordDoubts::writes);
            case YamlMap map ->
                map.get("paths").isPresent()
                        && text(map, "policy").filter("pull"::equals).isEmpty();
            default -> false;
        };
    }

    private Optional<String> unread() {
        return pipeline.isWhole() ? Optional.empty() : Optional.of("jobs that could not be read may name this one");
    }
}
