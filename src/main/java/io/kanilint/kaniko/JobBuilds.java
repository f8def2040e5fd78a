package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.shell.Command;
import java.util.List;

/**
 * The builds of a job.
 *
 * @param commands the job's script ({@code before_script} and {@code script}) as the shell reads it
 * @param all each place that builds an image, in the order in which they are written
 * @param ways the different lists of builds that one run of the job can make in its container
 */
public record JobBuilds(Job job, Command.Sequence commands, List<Build> all, List<List<BuildRun>> ways) {}
