package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.shell.Command;
import io.kanilint.shell.Ways.Unseen;
import java.util.HashSet;
import java.util.List;

/**
 * The builds of a job.
 *
 * @param executor what the job's image says about the executor in it
 * @param commands the job's script ({@code before_script} and {@code script}) as the shell reads it
 * @param all each build, in the order of their numbers
 * @param ways the different lists of builds that one run of the job can make, one after the other, in its container
 * @param finished those of them on which the script comes to its end without an error
 * @param complete whether these are all ways
 * @param unseen what the job runs and could not be read
 */
public record JobBuilds(
        Job job,
        Executor executor,
        Command.Sequence commands,
        List<Build> all,
        List<List<BuildRun>> ways,
        List<List<BuildRun>> finished,
        boolean complete,
        List<Unseen> unseen) {

    public JobBuilds {
        all = List.copyOf(all);
        ways = List.copyOf(ways);
        finished = List.copyOf(finished);
        unseen = List.copyOf(unseen);
    }

    JobBuilds withWays(List<List<BuildRun>> fewer) {
        return new JobBuilds(
                job,
                executor,
                commands,
                all,
                fewer,
                finished.stream().filter(new HashSet<>(fewer)::contains).toList(),
                complete,
                unseen);
    }
}
