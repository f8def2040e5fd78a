package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.ArrayList;
import java.util.List;

/** What a job does on one way, as far as it matters to the images it builds. */
sealed interface JobStep permits BuildRun, JobStep.Removing {

    /** A command that removes files, perhaps those that a build left behind. */
    record Removing(List<Field> words) implements JobStep {
        public Removing {
            words = List.copyOf(words);
        }
    }

    /** The builds among some steps, each with what it meets in a container that had not built before. */
    static List<BuildRun> runs(List<JobStep> steps, Executor executor) {
        Leftovers lying = Leftovers.NONE;
        var runs = new ArrayList<BuildRun>();
        for (JobStep step : steps) {
            switch (step) {
                case Removing(List<Field> words) -> lying = lying.after(words);
                case BuildRun run -> {
                    KanikoArguments arguments = run.build().arguments();
                    Leftovers met = lying.metBy(arguments, executor);
                    runs.add(run.withMet(met));
                    lying = met.after(arguments, executor, run.failed());
                }
            }
        }
        return List.copyOf(runs);
    }
}
