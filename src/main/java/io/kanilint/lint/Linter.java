package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.ChildPipeline;
import io.kanilint.pipeline.Gap;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.Configuration;
import io.kanilint.shell.Effort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Files in, findings out: the one method that command line and service share. */
public final class Linter {
    /** Child pipelines that are looked at. */
    private static final int MOST_CHILDREN = 20;

    private Linter() {}

    /**
     * Checks a project, with the pipelines that its jobs start from files of their own. Fixes that do not stand their proof
     * are dropped, and findings that the project accepts.
     */
    public static LintResult lint(ProjectFiles files, Settings settings) {
        Pipeline main = PipelineReader.read(files);
        var pipelines = new ArrayList<>(List.of(main));
        var results = new ArrayList<LintResult>();
        results.add(lint(files, main, settings, false));
        var seen = new HashSet<>(Set.of(files.ciPath()));
        var waiting = new ArrayDeque<>(main.children());
        while (!waiting.isEmpty()) {
            ChildPipeline child = waiting.remove();
            if (!seen.contains(child.path())
                    && (seen.size() > MOST_CHILDREN || files.read(child.path()).isEmpty())) {
                results.add(LintResult.of(new Gap(
                        child.place(), "The file '%s' of a child pipeline is not read.".formatted(child.path()))));
            } else if (seen.add(child.path())) {
                var own = new ChildFiles(files, child.path());
                Pipeline pipeline = PipelineReader.read(own);
                results.add(lint(own, pipeline, settings, true));
                pipelines.add(pipeline);
                waiting.addAll(pipeline.children());
            }
        }
        LintResult all = LintResult.of(results);
        return all.with(
                Findings.ofAll(all.findings(), pipelines), results.getFirst().readable());
    }

    private static LintResult lint(ProjectFiles files, Pipeline pipeline, Settings settings, boolean child) {
        Configuration configuration = Configuration.of(pipeline, files::read, new Effort())
                .withAtHand(files::atHand)
                .with(settings.split())
                .asChild(child);
        Checks checks = Checks.of(configuration);
        List<Finding> found = checks.findings();
        IgnoreComments comments = IgnoreComments.in(pipeline, found);
        var judgement = new Judgement(files, settings, comments, pipeline.isReadable());
        // A fix is proven against all that is found, wanted or not; of what is not wanted no fix has to be proven.
        List<Finding> asked = found.stream()
                .map(finding -> judgement.of(finding).isPresent() ? finding : finding.withFixes(List.of()))
                .toList();
        return new LintResult(
                FixProof.proven(files, configuration, asked).stream()
                        .flatMap(finding -> judgement.of(finding).stream())
                        .toList(),
                Stream.of(gaps(configuration), checks.failed().stream(), comments.gaps().stream())
                        .flatMap(gaps -> gaps)
                        .toList(),
                pipeline.isReadable(),
                pipeline.isIntact(),
                pipeline.sources().size(),
                pipeline.jobs().size(),
                configuration.jobs().stream()
                        .map(JobBuilds::all)
                        .mapToInt(List::size)
                        .sum(),
                (int) found.stream().filter(judgement::isAccepted).count());
    }

    /** What could not be read of the configuration, then of what its jobs run. */
    private static Stream<Gap> gaps(Configuration configuration) {
        Stream<Gap> unseen = configuration.jobs().stream()
                .flatMap(job -> job.unseen().stream())
                .map(part -> new Gap(part.span(), part.reason()));
        Stream<Gap> unfollowed = configuration.jobs().stream()
                .filter(job -> !job.complete())
                .map(job -> new Gap(
                        job.job().entry().key().span(),
                        "The scripts of job '%s' can go more ways than are followed; builds on the others are not seen."
                                .formatted(job.job().name())));
        return Stream.of(configuration.pipeline().gaps().stream(), unseen, unfollowed)
                .flatMap(gaps -> gaps)
                .distinct();
    }

    static Configuration configuration(ProjectFiles files, Effort effort) {
        return Configuration.of(PipelineReader.read(files), files::read, effort);
    }
}
