package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.List;

/** What a job does on one way, as far as it matters to the images it builds. */
public sealed interface JobStep permits BuildRun, JobStep.Removing {

    /** A command that removes files, perhaps those that a build left behind. */
    record Removing(List<Field> words) implements JobStep {
        public Removing {
            words = List.copyOf(words);
        }
    }
}
