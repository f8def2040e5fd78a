package io.kanilint.rules;

import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.PipelineBuilds;
import io.kanilint.pipeline.Admission;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.PipelineKind;
import io.kanilint.shell.Value;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A reference that a build pushes in pipelines of some kind.
 *
 * @param instance the variables of the job's instance
 * @param always whether the instance pushes it on every way on which its script comes to a good end
 * @param ways the ways through the script on which it does, by number
 */
record Push(
        JobBuilds job,
        PipelineKind kind,
        Map<String, String> instance,
        Build build,
        FlagUse use,
        Value reference,
        boolean always,
        Set<Integer> ways) {

    private record Key(Build build, int use) {}

    /** What a job pushes, by what it builds in each kind of pipeline. A word too many stops the executor before it pushes. */
    static Stream<Push> of(JobBuilds job, List<PipelineBuilds> pipelines) {
        return pipelines.stream().flatMap(there -> of(job, there));
    }

    private static Stream<Push> of(JobBuilds job, PipelineBuilds there) {
        Map<Key, Set<Integer>> ways = new LinkedHashMap<>();
        List<List<BuildRun>> all = there.builds().ways();
        for (int way = 0; way < all.size(); way++) {
            for (BuildRun run : all.get(way)) {
                Build build = run.build();
                boolean pushes = !run.failed()
                        && build.arguments().noPush() == Answer.NO
                        && build.arguments().extraWords().isEmpty();
                int uses = pushes ? build.arguments().uses("destination").size() : 0;
                for (int use = 0; use < uses; use++) {
                    ways.computeIfAbsent(new Key(build, use), _ -> new LinkedHashSet<>())
                            .add(way);
                }
            }
        }
        return ways.entrySet().stream().flatMap(entry -> {
            FlagUse use = entry.getKey().build.arguments().uses("destination").get(entry.getKey().use);
            boolean always = there.builds().finished().stream()
                    .allMatch(way -> way.stream()
                            .anyMatch(run -> !run.failed() && run.build().equals(entry.getKey().build)));
            return use.value().stream()
                    .map(value -> new Push(
                            job,
                            there.kind(),
                            there.instance(),
                            entry.getKey().build,
                            use,
                            value,
                            always,
                            entry.getValue()));
        });
    }

    String name() {
        return job.job().name();
    }

    Span span() {
        return new FlagPlace(job, build, use).wholeSpan();
    }

    boolean isSameInstance(Push other) {
        return name().equals(other.name()) && instance.equals(other.instance);
    }

    /** Whether both are sure to push the same reference in some pipeline. */
    boolean meets(Push other) {
        if (kind != other.kind || !reference.equals(other.reference)) {
            return false;
        }
        if (isSameInstance(other)) {
            return !build.equals(other.build)
                    && ways.stream().anyMatch(other.ways::contains)
                    && SharedReference.inPipeline(reference, job.job());
        }
        return always
                && other.always
                && SharedReference.inPipeline(reference, job.job(), other.job.job())
                && (name().equals(other.name()) || runTogether(job.job(), other.job.job()));
    }

    /** Whether there is a pipeline in which both run: one always does there, or both do under the same conditions. */
    private boolean runTogether(Job one, Job other) {
        Admission first = one.admission();
        Admission second = other.admission();
        return first.byItself()
                && second.byItself()
                && (first.always().contains(kind)
                        || second.always().contains(kind)
                        || Stream.of("rules", "only", "except").allMatch(keyword -> isSame(keyword, one, other)));
    }

    private static boolean isSame(String keyword, Job one, Job other) {
        return condition(keyword, one).equals(condition(keyword, other));
    }

    private static Optional<String> condition(String keyword, Job job) {
        return Optional.ofNullable(job.keywords().get(keyword))
                .map(YamlNode::target)
                .map(node -> node.span().text().replaceAll("\\s+", " "));
    }
}
