package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An old spelling where the new one exists. Measured with v1.24.0: both do the same. */
public final class DeprecatedFlag implements BuildRule {

    @Override
    public String id() {
        return "deprecated-flag";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "an old spelling of a flag, which a later release can drop";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return FlagPlace.all(job, build)
                .flatMap(place -> place.flag().flatMap(flag -> flag.replacement(place.executor())).stream()
                        .map(today -> finding(place, today)));
    }

    private Finding finding(FlagPlace place, String today) {
        String message =
                "'%s' is an old spelling of '--%s'. Both do the same today, but a later release can drop the old one."
                        .formatted(place.written(), today);
        return place.finding(this, message, fix(place, today).stream());
    }

    /** A home-made image may hold a release that does not have the new spelling yet. */
    private static Optional<Fix> fix(FlagPlace place, String today) {
        boolean safe = place.executor().family() != Family.UNKNOWN;
        return place.text()
                .flatMap(text -> text.renamed(place.written(), "--" + today))
                .map(edit -> new Fix("Write '--%s'".formatted(today), safe, List.of(edit)));
    }
}
