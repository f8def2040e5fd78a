package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.shell.Value;
import java.util.HashMap;
import java.util.Map;

/** The variables that a job's scripts start with, as far as the configuration tells. */
final class JobEnvironment {
    private JobEnvironment() {}

    static Map<String, Value> of(Job job) {
        return new HashMap<>();
    }
}
