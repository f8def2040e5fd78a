package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Value;
import io.kanilint.text.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A build on leftovers with the layer cache on: its broken layers go to the cache repository under the keys of right ones,
 * and fresh containers then use them (measured with upstream 1.24.0).
 */
public final class PoisonedCache implements Rule {
    private static final int MOST_NAMED = 4;

    @Override
    public String id() {
        return "poisoned-cache";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "layers built on leftovers go to the cache repository and stay there after the job is fixed";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream().flatMap(this::check);
    }

    private Stream<Finding> check(JobBuilds job) {
        var places = new LinkedHashMap<Span, Set<Build>>();
        for (List<BuildRun> way : job.ways()) {
            for (int i = 1; i < way.size(); i++) {
                BuildRun run = way.get(i);
                if (poisons(run, way.subList(0, i))) {
                    places.computeIfAbsent(run.build().span(), _ -> new LinkedHashSet<>())
                            .add(run.build());
                }
            }
        }
        return places.values().stream().map(builds -> finding(job, List.copyOf(builds)));
    }

    private static boolean poisons(BuildRun run, List<BuildRun> before) {
        KanikoArguments arguments = run.build().arguments();
        return !run.failed()
                && run.met().image() == Answer.YES
                && arguments.pushesLayers()
                && before.stream().noneMatch(earlier -> hasLayersFor(earlier.build(), run.build()));
    }

    /** Whether an earlier build has put the same layers into the same repository, so that this one takes them from there. */
    private static boolean hasLayersFor(Build earlier, Build later) {
        KanikoArguments one = earlier.arguments();
        KanikoArguments other = later.arguments();
        return one.isSet("cache") == Answer.YES
                && one.cacheRepository().equals(other.cacheRepository())
                && one.context().equals(other.context())
                && one.dockerfile().equals(other.dockerfile())
                && one.target().equals(other.target())
                && one.buildArguments().equals(other.buildArguments());
    }

    private Finding finding(JobBuilds job, List<Build> builds) {
        Build first = builds.getFirst();
        String message = ("This build of job '%s' starts on what an earlier build left in the container, and with"
                        + " `--cache` its layers are kept: layers that lack packages go to the cache repository under"
                        + " valid keys. After the job is fixed, builds go on using them until they are too old"
                        + " (`--cache-ttl`, by default two weeks). Fix the job, then delete %s, or name another by"
                        + " `--cache-repo`.")
                .formatted(job.job().name(), repositories(builds));
        Span place = WrittenCommand.place(job, first, "--cache");
        String subject = String.join(" ", first.destinations());
        return new Finding(id(), severity(), job.job().name(), subject, place, message, List.of(), List.of());
    }

    private static String repositories(List<Build> builds) {
        List<Optional<String>> all = builds.stream()
                .map(build -> build.arguments().cacheRepository().map(Value::pattern))
                .distinct()
                .toList();
        if (all.size() > MOST_NAMED || all.stream().anyMatch(Optional::isEmpty)) {
            return all.size() == 1
                    ? "the cache repository (the first destination without its tag, and `/cache` behind it)"
                    : "the cache repositories (the first destination of each without its tag, and `/cache` behind it)";
        }
        List<String> names =
                all.stream().flatMap(Optional::stream).map("`%s`"::formatted).toList();
        return names.size() == 1
                ? "the cache repository " + names.getFirst()
                : "the cache repositories " + String.join(", ", names.subList(0, names.size() - 1)) + " and "
                        + names.getLast();
    }
}
