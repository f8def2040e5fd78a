package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Executor;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A flag that a build is given, and where that is written. */
record FlagPlace(JobBuilds job, Build build, FlagUse use) {

    static Stream<FlagPlace> all(JobBuilds job, Build build) {
        return build.arguments().flags().stream().map(use -> new FlagPlace(job, build, use));
    }

    /** Where the flag stands that counts, of those with a name; old spellings included. */
    static Stream<FlagPlace> last(JobBuilds job, Build build, String name) {
        List<FlagUse> uses = build.arguments().uses(name);
        return uses.isEmpty() ? Stream.of() : Stream.of(new FlagPlace(job, build, uses.getLast()));
    }

    Executor executor() {
        return job.executor();
    }

    Optional<Flag> flag() {
        return use.flag();
    }

    /** With its dashes. */
    String written() {
        return use.written();
    }

    /** Its text, if it stands in a script of the job as it is. */
    Optional<FlagText> text() {
        return WrittenCommand.of(job, build).flatMap(command -> FlagText.find(command, build, use));
    }

    Span span() {
        return text().map(FlagText::span).orElseGet(() -> WrittenCommand.place(job, build, written()));
    }

    /** The flag and its value. */
    Span wholeSpan() {
        return text().map(FlagText::wholeSpan).orElseGet(this::span);
    }

    /** A finding on the flag, the one of its name in the command. */
    Finding finding(Rule rule, String message, Stream<Fix> fixes) {
        return new Finding(
                rule.id(),
                rule.severity(),
                job.job().name(),
                use.flag().map(Flag::today).orElseGet(use::name),
                span(),
                message,
                List.of(),
                fixes.toList());
    }
}
