package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Value;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Flags after which nobody checks whom the executor talks to. One finding for all of a command. */
public final class InsecureRegistry implements BuildRule {
    private static final Set<String> PUSHING = Set.of("insecure", "skip-tls-verify");
    private static final Set<String> PULLING = Set.of("insecure-pull", "skip-tls-verify-pull");
    private static final Set<String> NAMING = Set.of("insecure-registry", "skip-tls-verify-registry");

    /** What is sent there stays in the machine. */
    private static final Pattern OWN_MACHINE = Pattern.compile("(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])([:/].*)?");

    @Override
    public String id() {
        return "insecure-registry";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "the registry's certificate is not checked, so another machine can pose as the registry";
    }

    @Override
    public Stream<Finding> check(JobBuilds job, Build build) {
        List<FlagPlace> places =
                FlagPlace.all(job, build).filter(InsecureRegistry::isInsecure).toList();
        return places.isEmpty() ? Stream.of() : Stream.of(finding(job, places));
    }

    private static boolean isInsecure(FlagPlace place) {
        String name = place.use().name();
        if (NAMING.contains(name)) {
            return place.use().value().filter(value -> !isHere(value)).isPresent();
        }
        boolean on = (PUSHING.contains(name) || PULLING.contains(name))
                && place.build().arguments().isSet(name) == Answer.YES;
        List<Value> destinations = place.build().arguments().destinations();
        boolean here = PUSHING.contains(name)
                && !destinations.isEmpty()
                && destinations.stream().allMatch(InsecureRegistry::isHere);
        return on && !here;
    }

    private static boolean isHere(Value reference) {
        return OWN_MACHINE.matcher(reference.pattern()).matches();
    }

    private Finding finding(JobBuilds job, List<FlagPlace> places) {
        String flags = places.stream()
                .map(place -> "'" + place.written() + "'")
                .distinct()
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " and $1");
        String message =
                ("With %s Kaniko does not check who answers as the registry. Whoever can get in between can read the"
                                + " credentials and swap images, and nothing in the log tells. For a certificate of your own"
                                + " authority give '--registry-certificate', with the registry's name and the certificate's file,"
                                + " instead.")
                        .formatted(flags);
        List<Related> related = places.stream()
                .skip(1)
                .map(place -> new Related(place.span(), "'%s' too.".formatted(place.written())))
                .toList();
        return new Finding(id(), severity(), job.job().name(), places.getFirst().span(), message, related, List.of());
    }
}
