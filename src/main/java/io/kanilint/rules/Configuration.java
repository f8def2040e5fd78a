package io.kanilint.rules;

import io.kanilint.kaniko.BuildFinder;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.ScriptFiles;
import java.util.List;

/** What rules look at: the pipeline, and the builds of its jobs. */
public record Configuration(Pipeline pipeline, List<JobBuilds> jobs) {

    public static Configuration of(Pipeline pipeline, ScriptFiles files) {
        return new Configuration(
                pipeline,
                pipeline.jobs().stream()
                        .map(job -> BuildFinder.find(job, files))
                        .toList());
    }
}
