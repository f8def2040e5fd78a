package io.kanilint.fix;

import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why a build may have to wait for an earlier one; jobs of one stage, and those of a matrix, start together. */
final class OrderDoubts {
    private static final Pattern NAMED_BASE =
            Pattern.compile("(?i)(?:.*[-_.])?(?:base|builder|common|runtime|deps|dependencies)(?:[-_.].*)?");

    private final JobBuilds job;
    private final Bases bases;

    OrderDoubts(JobBuilds job, Bases bases) {
        this.job = job;
        this.bases = bases;
    }

    Stream<String> all() {
        return Stream.of(basedOn(), gate()).flatMap(Optional::stream);
    }

    private Optional<String> basedOn() {
        List<Build> builds = job.all();
        return builds.stream()
                .flatMap(build -> build.destinations().stream()
                        .flatMap(image -> builds.subList(build.number() + 1, builds.size()).stream()
                                .flatMap(later -> basedOn(later, image).stream())))
                .findFirst();
    }

    private Optional<String> basedOn(Build later, String destination) {
        String image = ImageNames.withoutTag(destination);
        Optional<List<String>> read = bases.of(later);
        boolean named = read.stream().flatMap(List::stream).anyMatch(base -> Bases.isSame(base, destination));
        if (named || isTold(later, image)) {
            return Optional.of("a later build uses '%s', so that its job has to wait".formatted(image));
        }
        boolean other =
                later.destinations().stream().map(ImageNames::withoutTag).noneMatch(image::equals);
        return read.isEmpty()
                        && other
                        && NAMED_BASE.matcher(ImageNames.lastSegment(image)).matches()
                ? Optional.of("if a later image starts from '%s', its job has to wait".formatted(image))
                : Optional.empty();
    }

    private static boolean isTold(Build build, String image) {
        String last = ImageNames.lastSegment(image);
        Pattern named = last.contains("$") ? whole(image) : Pattern.compile(whole(image) + "|" + whole(last));
        return build.arguments().values("build-arg").stream()
                .map(value -> value.pattern().replaceFirst("^\\w+=", ""))
                .anyMatch(value -> named.matcher(value).find());
    }

    private static Pattern whole(String name) {
        return Pattern.compile("(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w./-])");
    }

    /** A build that pushes nothing may be there to stop the later ones. */
    private Optional<String> gate() {
        return job.ways().stream()
                .flatMap(way -> way.stream()
                        .map(BuildRun::build)
                        .filter(OrderDoubts::isTrial)
                        .filter(trial -> way.subList(indexOf(way, trial) + 1, way.size()).stream()
                                .anyMatch(later -> later.build().arguments().noPush() != Answer.YES)))
                .findFirst()
                .map(trial -> "build %d may be a test, and the later ones would not wait for it"
                        .formatted(trial.number() + 1));
    }

    private static boolean isTrial(Build build) {
        return build.arguments().noPush() == Answer.YES
                || build.target()
                        .filter(target ->
                                target.matches("(?i)(?:.*[-_.])?(?:unit|test|tests|lint|check|verify)(?:[-_.].*)?"))
                        .isPresent();
    }

    private static int indexOf(List<BuildRun> way, Build build) {
        return way.stream().map(BuildRun::build).toList().indexOf(build);
    }
}
