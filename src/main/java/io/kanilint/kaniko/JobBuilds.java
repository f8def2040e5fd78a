package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import java.util.List;

/**
 * The builds of a job.
 *
 * @param all each place that builds an image, in the order in which they are written
 * @param ways the different lists of builds that one run of the job can make in its container
 */
public record JobBuilds(Job job, List<Build> all, List<List<BuildRun>> ways) {}
