package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.shell.ShellParser;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Why a job may mean something else once there are several of it, made by a split or by a matrix. */
final class JobDoubts {
    /** Actions that use an environment without deploying to it. */
    private static final Set<String> NO_DEPLOYMENT = Set.of("prepare", "verify", "access");

    private final Job job;

    private JobDoubts(Job job) {
        this.job = job;
    }

    static Stream<String> all(JobBuilds builds) {
        var doubts = new JobDoubts(builds.job());
        return Stream.of(
                        doubts.environment(),
                        doubts.resourceGroup(),
                        doubts.release(),
                        doubts.coverage(),
                        doubts.artifacts(),
                        doubts.cache(),
                        JobNameUse.of(builds).map("'%s' would be another in each job"::formatted),
                        doubts.afterScript())
                .flatMap(Optional::stream);
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
        boolean own = job.entry().value().target() instanceof YamlMap map
                && map.effective().containsKey("cache");
        return value("cache").filter(node -> own && writes(node)).map(_ -> "each job would write the same 'cache'");
    }

    private static boolean writes(YamlNode cache) {
        return switch (cache.target()) {
            case YamlList list -> list.items().stream().anyMatch(JobDoubts::writes);
            case YamlMap map ->
                map.get("paths").isPresent()
                        && text(map, "policy").filter("pull"::equals).isEmpty();
            default -> false;
        };
    }

    private Optional<String> afterScript() {
        String text = job.afterScript().text().text();
        return Effect.of(ShellParser.parse(text), text) == Effect.UNKNOWN
                ? Optional.of("'after_script' would run in each job")
                : Optional.empty();
    }
}
