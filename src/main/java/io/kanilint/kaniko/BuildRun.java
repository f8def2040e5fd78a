package io.kanilint.kaniko;

/**
 * A build on one way through a job.
 *
 * @param met what the builds before it have left in the container, after what this one cleans away itself
 * @param failed whether it ends with an error on this way
 * @param concurrent whether it runs beside other commands
 * @param repeated whether it is run in a loop that can go round several times
 */
public record BuildRun(Build build, Leftovers met, boolean failed, boolean concurrent, boolean repeated)
        implements JobStep {

    BuildRun with(Build numbered) {
        return new BuildRun(numbered, met, failed, concurrent, repeated);
    }

    BuildRun withMet(Leftovers lying) {
        return new BuildRun(build, lying, failed, concurrent, repeated);
    }
}
