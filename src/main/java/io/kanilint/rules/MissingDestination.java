package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Neither where to push nor that nothing is to be pushed. Measured with v1.24.0: {@code you must provide --destination, or
 * use --no-push}, and {@code … if setting ImageNameDigestFile}.
 */
public final class MissingDestination implements BuildRule {
    private static final String DIGEST = "image-name-with-digest-file";

    @Override
    public String id() {
        return "missing-destination";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the build has neither a destination nor --no-push, so the executor stops at once";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        KanikoArguments arguments = build.arguments();
        if (!arguments.isComplete() || mayHaveDestination(arguments)) {
            return Stream.of();
        }
        return switch (arguments.noPush()) {
            case NO -> Stream.of(nowhere(job, build));
            case YES ->
                FlagPlace.last(job, build, DIGEST)
                        .filter(_ -> arguments.isSet("no-push") == Answer.YES)
                        .map(place -> place.finding(this, NO_NAME, Stream.of()));
            case UNKNOWN -> Stream.of();
        };
    }

    private Finding nowhere(JobBuilds job, Build build) {
        Optional<LostLines> lost = LostLines.of(job, build);
        List<Fix> fixes = lost
                .flatMap(LostLines::joined)
                .map(edit -> new Fix("Make the lines below part of the command", false, List.of(edit)))
                .stream()
                .toList();
        String message = NOWHERE_TO_PUSH + lost.map(LostLines::reason).orElse(WHAT_HELPS);
        return new Finding(id(), severity(), job.job().name(), build.span(), message, List.of(), fixes);
    }

    /** An unknown flag may be a destination with a slip in its name. */
    private static boolean mayHaveDestination(KanikoArguments arguments) {
        return !arguments.uses("destination").isEmpty()
                || arguments.flags().stream().anyMatch(use -> use.flag().isEmpty());
    }

    private static final String NOWHERE_TO_PUSH =
            "This build has no '--destination', so the executor stops at once with"
                    + " 'you must provide --destination, or use --no-push' and builds nothing. ";
    private static final String WHAT_HELPS = "Say where the image goes, or give '--no-push' if it is only to be built.";
    private static final String NO_NAME = "'--image-name-with-digest-file' writes the name of the image, and without"
            + " '--destination' it has none: the executor stops at once with 'you must provide --destination if setting"
            + " ImageNameDigestFile'. Name the image with '--destination', which '--no-push' keeps from being pushed, or leave"
            + " the file out.";
}
