package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import java.util.stream.Stream;

/** A check of one build at a time. */
interface BuildRule extends Rule {

    Stream<Finding> check(JobBuilds job, Build build);

    /** A command that is run several times, as in a loop, is reported once. */
    @Override
    default Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .flatMap(job ->
                        job.all().stream().flatMap(build -> check(job, build)).filter(Places.once()));
    }
}
