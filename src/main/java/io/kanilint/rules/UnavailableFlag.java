package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Executor;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.FlagCatalogue;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.Releases;
import io.kanilint.kaniko.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A flag of another fork, or of a later release than the job's image. The releases were read from each one's source. */
public final class UnavailableFlag implements BuildRule {

    @Override
    public String id() {
        return "unavailable-flag";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the executor in this image does not have this flag: it belongs to a fork or a later release";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        return FlagPlace.all(job, build)
                .filter(place -> FlagCatalogue.covers(place.executor()))
                .flatMap(place -> place.flag().stream()
                        .filter(flag -> flag.releases().include(place.executor()) == Answer.NO)
                        .map(flag -> finding(place, flag)));
    }

    private Finding finding(FlagPlace place, Flag flag) {
        Executor executor = place.executor();
        Optional<Flag> old = flag.spellings()
                .filter(one -> one.releases().include(executor) == Answer.YES)
                .findFirst();
        String message = "%s, which stops at once with 'unknown flag: %s' and builds nothing. %s"
                .formatted(reason(flag, executor), place.written(), advice(flag, executor, old));
        return place.finding(this, message, old.flatMap(one -> renamed(place, one)).stream());
    }

    private static String reason(Flag flag, Executor executor) {
        Family family = executor.family();
        return flag.releases()
                .since(family)
                .map(since -> "'--%s' exists only since %s of %s. This image holds an older release"
                        .formatted(flag.name(), since, kaniko(family)))
                .orElseGet(() -> "'--%s' is a flag of %s. This image holds %s"
                        .formatted(flag.name(), others(flag.releases()), kaniko(family)));
    }

    private static String kaniko(Family family) {
        return family == Family.UPSTREAM ? "the original Kaniko" : "the fork of " + family.label();
    }

    private static String advice(Flag flag, Executor executor, Optional<Flag> old) {
        return old.map(one -> "There the flag is spelled '--%s'.".formatted(one.name()))
                .or(() -> flag.releases()
                        .since(executor.family())
                        .map("Use %s or later, or leave the flag out."::formatted))
                .orElseGet(() -> "Use an image of %s or leave the flag out."
                        .formatted(others(flag.releases()).replace(" and ", " or ")));
    }

    /** The families that have it, with the first release where that is not their first. */
    private static String others(Releases releases) {
        var names = new ArrayList<String>();
        for (Family family : Family.values()) {
            if (releases.in(family)) {
                Optional<Version> since = releases.since(family);
                names.add(kaniko(family) + since.map(" (since %s)"::formatted).orElse(""));
            }
        }
        return String.join(" and ", names);
    }

    private static Optional<Fix> renamed(FlagPlace place, Flag old) {
        return place.text()
                .flatMap(text -> text.renamed(place.written(), "--" + old.name()))
                .map(edit -> new Fix("Write '--%s'".formatted(old.name()), true, List.of(edit)));
    }
}
