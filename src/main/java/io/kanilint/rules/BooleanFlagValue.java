package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.ExtraWord;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A switch with its value behind a blank. Measured: {@code Error: unknown command "true" for "executor"}. */
public final class BooleanFlagValue implements BuildRule {

    @Override
    public String id() {
        return "boolean-flag-value";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "a switch such as --cache takes a value only after an equals sign, so the executor stops at once";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return build.arguments().extraWords().stream()
                .flatMap(word -> use(word).stream()
                        .map(use -> finding(
                                new FlagPlace(job, build, use),
                                word.value().known().orElseThrow())));
    }

    private static Optional<FlagUse> use(ExtraWord word) {
        return word.value().known().flatMap(Switches::meaning).flatMap(_ -> Optional.ofNullable(word.boolBefore()));
    }

    private Finding finding(FlagPlace flag, String value) {
        String right = Switches.meaning(value).orElse(value);
        String message =
                ("Kaniko takes the value of '%s' only after an equals sign, so '%s' counts as a word of its own, and the"
                                + " executor stops at once with 'unknown command \"%s\" for \"executor\"'. Write '%s=%s'.")
                        .formatted(flag.written(), value, value, flag.written(), right);
        return flag.finding(this, message, fix(flag, value, right).stream());
    }

    private static Optional<Fix> fix(FlagPlace flag, String value, String right) {
        return flag.text()
                .flatMap(text -> text.joined(value, right))
                .map(edit -> new Fix("Write '%s=%s'".formatted(flag.written(), right), true, List.of(edit)));
    }
}
