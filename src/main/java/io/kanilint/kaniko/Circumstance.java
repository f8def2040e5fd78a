package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.PipelineKind;
import io.kanilint.pipeline.Premise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Under which a job can run.
 *
 * @param kind what the pipeline runs for
 * @param instance the variables of one instance of a matrix
 * @param premise shell commands that have succeeded when the script starts
 */
record Circumstance(PipelineKind kind, Map<String, String> instance, String premise) {
    private static final int MOST = 60;

    /** All of a job's; instances of a large matrix are not told apart. */
    static List<Circumstance> of(Job job) {
        int kinds = job.pipelines().size();
        List<Map<String, String>> instances = job.matrix().size() * kinds <= MOST ? job.matrix() : List.of(Map.of());
        var all = new ArrayList<Circumstance>();
        for (PipelineKind kind : job.pipelines()) {
            String premise = Premise.of(job, kind);
            instances.forEach(instance -> all.add(new Circumstance(kind, instance, premise)));
        }
        return all;
    }
}
