package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Snapshots that do not look at everything. What each mode compares was read from the source of v1.24.0. */
public final class LossySnapshotMode implements BuildRule {

    @Override
    public String id() {
        return "lossy-snapshot-mode";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "the snapshot modes 'redo' and 'time' can miss changed files";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return FlagPlace.last(job, build, "snapshot-mode")
                .flatMap(place -> place.use().value().stream()
                        .flatMap(value -> value.known().stream())
                        .flatMap(mode -> missed(mode).stream()
                                .map(missed -> place.finding(this, message(mode, missed), fix(place, mode).stream()))));
    }

    private static Optional<String> missed(String mode) {
        return switch (mode) {
            case "redo" -> Optional.of("a file that is changed while its size and its time of change stay the same");
            case "time" ->
                Optional.of(
                        "changed permissions and owners, and a file that is replaced by one with the same time of change");
            default -> Optional.empty();
        };
    }

    private static String message(String mode, String missed) {
        return ("The snapshot mode '%s' is faster because it compares less, and can miss %s: the image then lacks that change."
                        + " It does not help against what an earlier build left behind. If in doubt, use 'full', the default.")
                .formatted(mode, missed);
    }

    /** It can make the build slower. */
    private static Optional<Fix> fix(FlagPlace place, String mode) {
        return place.text()
                .flatMap(text -> text.withValue(mode, "full"))
                .map(edit -> new Fix("Use the mode 'full'", false, List.of(edit)));
    }
}
