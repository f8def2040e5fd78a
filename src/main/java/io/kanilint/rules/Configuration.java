package io.kanilint.rules;

import io.kanilint.fix.SplitStyle;
import io.kanilint.kaniko.BuildFinder;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.PipelineBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Effort;
import io.kanilint.shell.ScriptFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What rules look at: the pipeline, and the builds of its jobs.
 *
 * @param files the project's other files, such as Dockerfiles
 * @param inPipelines what a job builds in each kind of pipeline, which costs more to find
 * @param split how the project wants its builds to be parted
 * @param isChild whether another pipeline starts this one, under conditions that are not known here
 * @param isProof whether this is a look at what a fix gives, which needs no fixes itself
 */
public record Configuration(
        Pipeline pipeline,
        List<JobBuilds> jobs,
        ScriptFiles files,
        PipelineBuilds.Finder inPipelines,
        SplitStyle split,
        boolean isChild,
        boolean isProof) {

    /**
     * What the jobs of a pipeline build.
     *
     * @param effort what finding that may cost
     */
    public static Configuration of(Pipeline pipeline, ScriptFiles files, Effort effort) {
        return new Configuration(
                pipeline,
                pipeline.jobs().stream()
                        .map(job -> BuildFinder.find(job, files, effort))
                        .toList(),
                files,
                new PipelineBuilds.Finder(files, effort),
                SplitStyle.JOBS,
                false,
                false);
    }

    public Configuration with(SplitStyle preferred) {
        return new Configuration(pipeline, jobs, files, inPipelines, preferred, isChild, isProof);
    }

    public Configuration asChild(boolean child) {
        return new Configuration(pipeline, jobs, files, inPipelines, split, child, isProof);
    }

    /**
     * What a fix of this gives. Jobs that are the same as here build the same, so that they are not looked into again.
     *
     * @param fixed the pipeline after the fix
     * @param now the project's files after it
     * @param isSame whether a job of this pipeline is the same as one after the fix
     * @param effort what all looks of the proof may cost
     */
    public Configuration after(Pipeline fixed, ScriptFiles now, BiPredicate<Job, Job> isSame, Effort effort) {
        Map<String, JobBuilds> known = new HashMap<>();
        jobs.forEach(job -> known.put(job.job().name(), job));
        List<JobBuilds> builds = fixed.jobs().stream()
                .map(job -> Optional.ofNullable(known.get(job.name()))
                        .filter(old -> isSame.test(old.job(), job))
                        .orElseGet(() -> BuildFinder.find(job, now, effort)))
                .toList();
        return new Configuration(fixed, builds, now, inPipelines.after(now, effort), split, isChild, true);
    }
}
