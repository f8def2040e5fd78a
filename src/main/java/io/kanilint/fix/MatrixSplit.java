package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Effort;
import io.kanilint.text.Edit;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One definition whose job GitLab runs once for each image, by {@code parallel: matrix:}. The job keeps its name: what
 * needs it waits for all of its instances and gets the artifacts of all.
 */
final class MatrixSplit {
    private MatrixSplit() {}

    /** The matrix, still to be proven; empty where the builds differ in more than words. */
    static Optional<Fix> of(Pipeline pipeline, JobBuilds builds, Bases bases, Effort effort) {
        Job job = builds.job();
        if (!isPossible(pipeline, builds)) {
            return Optional.empty();
        }
        var cuts = new JobCuts(pipeline);
        Optional<MatrixPlan> plan = LoopMatrix.of(pipeline, builds, cuts, effort);
        if (plan.isEmpty() && builds.ways().stream().flatMap(List::stream).noneMatch(BuildRun::concurrent)) {
            cuts = new JobCuts(pipeline);
            plan = RunsMatrix.of(pipeline, builds, cuts);
        }
        if (plan.isEmpty()
                || !MatrixKey.add(
                        job, plan.get().entries(), cuts.at(job.entry().key().span()))) {
            return Optional.empty();
        }
        List<Edit> edits = cuts.edits();
        return edits.isEmpty() ? Optional.empty() : Optional.of(fix(builds, bases, plan.get(), edits, cuts));
    }

    private static Fix fix(JobBuilds builds, Bases bases, MatrixPlan plan, List<Edit> edits, JobCuts cuts) {
        List<String> doubts = MatrixDoubts.all(builds, plan, bases);
        String title = "Let GitLab run '%s' once for each image, by a 'parallel: matrix:'"
                .formatted(builds.job().name());
        return new Fix(Doubts.added(title, doubts), doubts.isEmpty(), edits, cuts.sources());
    }

    private static boolean isPossible(Pipeline pipeline, JobBuilds builds) {
        Job job = builds.job();
        boolean pages = job.name().equals("pages") || job.keywords().containsKey("pages");
        boolean inScript = builds.all().stream().allMatch(build -> build.inScript());
        boolean inOnePlace = job.definitions().size() == 1
                && !job.entry().key().span().text().contains("$[[");
        boolean cellsAreNamed = job.keywords().containsKey("parallel")
                && pipeline.contents().stream().anyMatch(MatrixSplit::namesCells);
        boolean counts = Stream.of(job.script(), job.afterScript())
                .anyMatch(script -> script.text().text().contains("CI_NODE_"));
        return job.isComplete() && !counts && builds.complete() && inScript && inOnePlace && !pages && !cellsAreNamed;
    }

    /** Whether some {@code needs} name jobs of a matrix by their variables: there would be more variables now. */
    private static boolean namesCells(YamlNode node) {
        return switch (node) {
            case YamlMap map ->
                (map.get("job").isPresent() && map.get("parallel").isPresent())
                        || map.entries().stream().anyMatch(entry -> namesCells(entry.value()));
            case YamlList list -> list.items().stream().anyMatch(MatrixSplit::namesCells);
            default -> false;
        };
    }
}
