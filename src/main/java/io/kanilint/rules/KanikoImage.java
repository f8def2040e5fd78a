package io.kanilint.rules;

import io.kanilint.fix.ClearedEntrypoint;
import io.kanilint.kaniko.Executor;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Image;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An image in which jobs run a script.
 *
 * @param jobs all that have it from the same place in the same state, in their order
 * @param image what it says of itself
 * @param value what would have to be changed to give it an entry point
 */
record KanikoImage(List<JobBuilds> jobs, Image image, YamlNode value) {

    KanikoImage {
        jobs = List.copyOf(jobs);
    }

    /**
     * The images of a configuration that hold the executor and for which something holds, each place where one is written
     * once.
     *
     * @param place what is the same for jobs that share an image
     */
    static Stream<KanikoImage> in(
            Configuration configuration, Function<KanikoImage, Span> place, Predicate<KanikoImage> condition) {
        return inAll(
                configuration, place, condition.and(image -> image.executor().family() != Family.UNKNOWN));
    }

    /** The same of all images: those of other tools too. */
    static Stream<KanikoImage> inAll(
            Configuration configuration, Function<KanikoImage, Span> place, Predicate<KanikoImage> condition) {
        return configuration.jobs().stream()
                .flatMap(KanikoImage::of)
                .filter(condition)
                .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(KanikoImage::joined);
    }

    private static Stream<KanikoImage> of(JobBuilds job) {
        if (!job.job().isComplete() || job.job().script().items().isEmpty()) {
            return Stream.of();
        }
        return Optional.ofNullable(job.job().keywords().get("image")).map(ClearedEntrypoint::written).stream()
                .flatMap(value -> of(job, value));
    }

    private static Stream<KanikoImage> of(JobBuilds job, YamlNode value) {
        return job.job().image().stream().map(image -> new KanikoImage(List.of(job), image, value));
    }

    private static KanikoImage joined(List<KanikoImage> same) {
        KanikoImage first = same.getFirst();
        return new KanikoImage(same.stream().flatMap(one -> one.jobs.stream()).toList(), first.image, first.value);
    }

    Executor executor() {
        return jobs.getFirst().executor();
    }

    /** The first of the jobs: findings about the image bear its name. */
    String job() {
        return jobs.getFirst().job().name();
    }

    /** Where its name is written, at the anchor if an alias stands for it. */
    Span span() {
        return image.span();
    }

    /** Where its name is used: at the alias, if there is one. */
    Span use() {
        return value.target() instanceof YamlMap map
                ? map.get("name").map(YamlNode::span).orElse(image.span())
                : value.span();
    }

    /** The jobs as the beginning of a sentence, with the verb. */
    String jobsThat(String singular, String plural) {
        int others = jobs.size() - 1;
        return switch (others) {
            case 0 -> "Job '%s' %s".formatted(job(), singular);
            case 1 ->
                "Jobs '%s' and '%s' %s".formatted(job(), jobs.getLast().job().name(), plural);
            default -> "Job '%s' and %d others %s".formatted(job(), others, plural);
        };
    }
}
