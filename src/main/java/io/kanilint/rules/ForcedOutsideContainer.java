package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one guard of the machine's own files, switched off. Measured with v1.24.0. */
public final class ForcedOutsideContainer implements BuildRule {
    private static final String MESSAGE =
            "'--force' switches off Kaniko's check that it runs in a container. Kaniko unpacks images"
                    + " over the root file system and deletes files there, so on a runner without containers it can destroy the"
                    + " machine. A job that runs in an image usually does not need the flag.";

    @Override
    public String id() {
        return "forced-outside-container";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "--force lets Kaniko overwrite the root file system even where there is no container";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return build.arguments().isSet("force") == Answer.YES
                ? FlagPlace.last(job, build, "force").map(place -> place.finding(this, MESSAGE, fix(place).stream()))
                : Stream.of();
    }

    /** Where the container is not recognised, the build stops without the flag. */
    private static Optional<Fix> fix(FlagPlace place) {
        return place.text()
                .flatMap(FlagText::leftOut)
                .map(edit -> new Fix("Leave out '--force'", false, List.of(edit)));
    }
}
