package io.kanilint.fix;

import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.ImageReference;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import io.kanilint.shell.Command;
import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The builds of a job where all of them make one image, under one tag after the other: they have the same words but for
 * their destinations, and nothing between them can change what is built or whether it is. One run with all destinations
 * makes the same image, and all tags are sure to hold it (measured).
 *
 * @param units the job's script; each build is one of them
 */
public record SameImage(List<Build> builds, List<Unit> units) {
    private static final int MOST_COMMANDS = 500;

    /** Commands that change nothing; tests are missing, since they may guard what follows. */
    private static final Set<String> HARMLESS = Set.of("echo", "printf", "true", ":", "date", "pwd", "sleep");

    public static Optional<SameImage> of(JobBuilds job) {
        List<Build> builds = job.all();
        boolean same = builds.size() > 1
                && job.complete()
                && job.commands().items().size() <= MOST_COMMANDS
                && builds.stream().allMatch(build -> isPlain(build) && isLike(build, builds.getFirst()))
                && referencesDiffer(builds)
                && nameOne(builds)
                && job.ways().stream().allMatch(way -> isStraight(way, builds));
        return same
                ? Units.of(job)
                        .filter(units -> isUninterrupted(units, builds, job))
                        .map(units -> new SameImage(builds, units))
                : Optional.empty();
    }

    /** Whether all that it makes is an image in a registry. A file with the digest is the same for one tag and for many. */
    private static boolean isPlain(Build build) {
        KanikoArguments arguments = build.arguments();
        return build.inScript()
                && arguments.isComplete()
                && arguments.extraWords().isEmpty()
                && arguments.noPush() == Answer.NO
                && !arguments.destinations().isEmpty()
                && arguments.destinations().size() == destinations(build).size()
                && arguments.outputs().stream().allMatch(use -> name(use).equals("digest-file"));
    }

    static List<FlagUse> destinations(Build build) {
        return build.arguments().uses("destination");
    }

    private static String name(FlagUse use) {
        return use.flag().map(flag -> flag.today()).orElseGet(use::written);
    }

    private static boolean isLike(Build build, Build first) {
        return build.words().getFirst().equals(first.words().getFirst())
                && flags(build).equals(flags(first));
    }

    /** The values of each flag; the order of flags does not matter, that of one flag's values may. */
    private static Map<String, List<Optional<Value>>> flags(Build build) {
        var flags = new LinkedHashMap<String, List<Optional<Value>>>();
        build.arguments().flags().stream()
                .filter(use -> !name(use).equals("destination"))
                .forEach(use ->
                        flags.computeIfAbsent(name(use), _ -> new ArrayList<>()).add(use.value()));
        return flags;
    }

    private static boolean referencesDiffer(List<Build> builds) {
        var seen = new HashSet<String>();
        return references(builds).allMatch(seen::add);
    }

    /**
     * Whether tags and registries make all the difference. Who calls one image {@code web} and the other {@code api} wanted
     * two, and has forgotten to say how they differ.
     */
    private static boolean nameOne(List<Build> builds) {
        return references(builds)
                        .map(reference -> ImageReference.parse(reference).path())
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .distinct()
                        .count()
                == 1;
    }

    private static Stream<String> references(List<Build> builds) {
        return builds.stream().flatMap(build -> build.destinations().stream());
    }

    /** Whether one follows another, and nothing follows one that fails. */
    private static boolean isStraight(List<BuildRun> way, List<Build> builds) {
        return way.stream().map(BuildRun::build).toList().equals(builds.subList(0, Math.min(way.size(), builds.size())))
                && way.stream().noneMatch(run -> run.repeated() || run.concurrent())
                && way.stream().limit(Math.max(0, way.size() - 1)).noneMatch(BuildRun::failed);
    }

    private static boolean isUninterrupted(List<Unit> units, List<Build> builds, JobBuilds job) {
        List<Unit> making =
                units.stream().filter(unit -> unit.build().isPresent()).toList();
        if (making.size() != builds.size()) {
            return false;
        }
        String text = job.job().script().text().text();
        return units.subList(units.indexOf(making.getFirst()), units.indexOf(making.getLast()) + 1).stream()
                .allMatch(unit -> unit.command() instanceof Command.Simple simple
                        && (unit.build().isPresent() ? isBare(simple) : isHarmless(simple, text)));
    }

    private static boolean isBare(Command.Simple command) {
        return command.assignments().isEmpty() && command.redirections().isEmpty();
    }

    private static boolean isHarmless(Command.Simple command, String text) {
        return command.name().filter(HARMLESS::contains).isPresent()
                && isBare(command)
                && Effect.of(command, text.substring(command.start(), command.end())) == Effect.NOTHING;
    }

    /** How many destinations there are, in a word where there is a short one. */
    public String count() {
        int number =
                builds.stream().mapToInt(build -> destinations(build).size()).sum();
        return switch (number) {
            case 2 -> "two";
            case 3 -> "three";
            default -> String.valueOf(number);
        };
    }
}
