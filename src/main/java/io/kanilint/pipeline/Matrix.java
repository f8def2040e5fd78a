package io.kanilint.pipeline;

import java.util.List;
import java.util.Map;

/**
 * The instances that {@code parallel} makes of a job.
 *
 * @param cells the variables of each instance; one without variables for an ordinary job
 * @param variables the variables that the instances are told apart by, with all of their values
 */
record Matrix(List<Map<String, String>> cells, Map<String, Variable> variables) {
    static final Matrix NONE = new Matrix(List.of(Map.of()), Map.of());
}
