package io.kanilint.pipeline;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * In which pipelines a job runs, by what its {@code rules} ({@code only}, {@code except}) and those of the workflow say.
 *
 * @param possible the kinds that are not ruled out for certain
 * @param certain the kinds in some pipelines of which it runs: conditions that let it in name this kind and no other, or
 *     ask only for changed files
 * @param always the kinds in every pipeline of which it runs, as far as its own rules go
 * @param byItself whether it always starts by itself: not by hand, nor only after a failure
 */
public record Admission(
        Set<PipelineKind> possible, Set<PipelineKind> certain, Set<PipelineKind> always, boolean byItself) {

    public Admission {
        possible = inOrder(possible);
        certain = inOrder(certain);
        always = inOrder(always);
    }

    /** Results must not depend on the order of a hash set. */
    private static Set<PipelineKind> inOrder(Set<PipelineKind> kinds) {
        return kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
    }
}
