package io.kanilint.rules;

import io.kanilint.fix.SplitStyle;
import io.kanilint.kaniko.BuildFinder;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.PipelineBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Effort;
import io.kanilint.shell.ScriptFiles;
import java.util.List;
import java.util.Optional;

/**
 * What rules look at: the pipeline, and the builds of its jobs.
 *
 * @param files the project's other files, such as Dockerfiles
 * @param atHand those of them that can be read without a call to GitLab; else none
 * @param inPipelines what a job builds in each kind of pipeline, which costs more to find
 * @param split how the project wants its builds to be parted
 * @param isChild whether another pipeline starts this one, under conditions that are not known here
 * @param isProof whether this is a look at what a fix gives, which needs no fixes itself
 */
public record Configuration(
        Pipeline pipeline,
        List<JobBuilds> jobs,
        ScriptFiles files,
        ScriptFiles atHand,
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
                _ -> Optional.empty(),
                new PipelineBuilds.Finder(files, effort),
                SplitStyle.JOBS,
                false,
                false);
    }

    public Configuration with(SplitStyle preferred) {
        return new Configuration(pipeline, jobs, files, atHand, inPipelines, preferred, isChild, isProof);
    }

    public Configuration withAtHand(ScriptFiles near) {
        return new Configuration(pipeline, jobs, files, near, inPipelines, split, isChild, isProof);
    }

    public Configuration asChild(boolean child) {
        return new Configuration(pipeline, jobs, files, atHand, inPipelines, split, child, isProof);
    }

    /** The same as what a fix of this one gives. */
    public Configuration asProofOf(Configuration before) {
        return new Configuration(pipeline, jobs, files, atHand, inPipelines, before.split, before.isChild, true);
    }
}
