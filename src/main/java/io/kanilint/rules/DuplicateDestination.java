package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.text.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Two builds of one pipeline that push the same reference: a tag holds one image, the one that was pushed last. */
public final class DuplicateDestination implements Rule {

    /** What is found of a reference: two pushes that meet, and all that were looked at. */
    private record Clash(Push first, Push second, List<Push> all) {}

    @Override
    public String id() {
        return "duplicate-destination";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "two builds of one pipeline push the same image name, so one image replaces the other";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        Map<String, List<Push>> pushes = new LinkedHashMap<>();
        for (JobBuilds job : candidates(configuration)) {
            Push.of(job, configuration.inPipelines().of(job.job()))
                    .forEach(push ->
                            pushes.merge(push.reference().pattern(), List.of(push), DuplicateDestination::both));
        }
        return pushes.values().stream().flatMap(DuplicateDestination::clash).map(this::finding);
    }

    private static List<Push> both(List<Push> some, List<Push> more) {
        return Stream.concat(some.stream(), more.stream()).limit(MOST).toList();
    }

    /** More pushes of one reference than this are not compared. */
    private static final int MOST = 100;

    /** Jobs that name a reference which another build names too, and those with a matrix, whose references are not yet known. */
    private static List<JobBuilds> candidates(Configuration configuration) {
        Map<String, Integer> count = new LinkedHashMap<>();
        boolean matrix = configuration.jobs().stream().anyMatch(DuplicateDestination::hasMatrix);
        configuration.jobs().stream()
                .flatMap(job -> job.all().stream())
                .flatMap(build -> build.destinations().stream().distinct())
                .forEach(reference -> count.merge(reference, 1, Integer::sum));
        return configuration.jobs().stream()
                .filter(job ->
                        job.job().isComplete() && job.complete() && !job.all().isEmpty())
                .filter(job -> matrix
                        || job.all().stream()
                                .flatMap(build -> build.destinations().stream())
                                .anyMatch(reference -> count.getOrDefault(reference, 0) > 1))
                .toList();
    }

    private static boolean hasMatrix(JobBuilds job) {
        return job.job().matrix().size() > 1 && !job.all().isEmpty();
    }

    private static Stream<Clash> clash(List<Push> pushes) {
        for (int second = 1; second < pushes.size(); second++) {
            for (int first = 0; first < second; first++) {
                if (pushes.get(first).meets(pushes.get(second))) {
                    return Stream.of(new Clash(pushes.get(first), pushes.get(second), pushes));
                }
            }
        }
        return Stream.of();
    }

    private Finding finding(Clash clash) {
        String reference = clash.first.reference().pattern();
        String message =
                ("'%s' is pushed %s in one pipeline. A tag holds one image, so the build that ends last replaces"
                                + " the image of the other, and which one that is can change from run to run."
                                + " Give each image a name or a tag of its own.")
                        .formatted(reference, who(clash));
        Span span = clash.second.span();
        var related = new LinkedHashSet<Related>();
        clash.all.stream()
                .filter(push -> !push.span().equals(span) && push.meets(clash.second))
                .forEach(push ->
                        related.add(new Related(push.span(), "Job '%s' pushes it here.".formatted(push.name()))));
        return new Finding(
                id(), severity(), clash.second.name(), reference, span, message, List.copyOf(related), List.of());
    }

    private static String who(Clash clash) {
        if (!clash.first.name().equals(clash.second.name())) {
            return "by job '%s' and by job '%s'".formatted(clash.first.name(), clash.second.name());
        }
        return clash.first.isSameInstance(clash.second)
                ? "twice by job '%s'".formatted(clash.first.name())
                : "by several instances of job '%s' (parallel)".formatted(clash.first.name());
    }
}
