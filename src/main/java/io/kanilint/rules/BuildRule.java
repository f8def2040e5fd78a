package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.text.Span;
import java.util.HashSet;
import java.util.stream.Stream;

/** A check of one build at a time. */
interface BuildRule extends Rule {

    /** A place in a job, and what is wrong there. */
    record Spot(Span span, String subject) {}

    Stream<Finding> check(JobBuilds job, Build build);

    /** A command that is run several times, as in a loop, is reported once. */
    @Override
    default Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream().flatMap(job -> {
            var seen = new HashSet<Spot>();
            return job.all().stream()
                    .flatMap(build -> check(job, build))
                    .filter(finding -> seen.add(new Spot(finding.span(), finding.subject())));
        });
    }
}
