package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.ImageReference;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.PipelineBuilds;
import io.kanilint.pipeline.PipelineKind;
import io.kanilint.shell.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A tag made of a variable that GitLab sets in some pipelines only (its list of predefined variables), in a job that runs
 * in others too.
 */
public final class EmptyTag implements Rule {
    private static final Pattern VARIABLE = Pattern.compile(
            "\\$\\{(CI_COMMIT_TAG|CI_COMMIT_BRANCH|CI_MERGE_REQUEST_(?:I?ID|(?:SOURCE|TARGET)_BRANCH_NAME))\\b");

    /** What is left of a tag when what was to tell images apart is missing. */
    private static final Pattern LEFT = Pattern.compile("|[-.].*|.*[-._]");

    @Override
    public String id() {
        return "empty-tag";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "the destination's tag is a variable that is empty in some of the pipelines in which the job runs";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .filter(job -> !configuration.isChild() && job.job().isComplete())
                .flatMap(job -> job.all().stream().flatMap(build -> check(configuration, job, build)))
                .filter(Places.once());
    }

    private Stream<Finding> check(Configuration configuration, JobBuilds job, Build build) {
        List<FlagUse> uses = build.arguments().uses("destination");
        return IntStream.range(0, uses.size())
                .boxed()
                .filter(_ -> build.arguments().noPush() == Answer.NO)
                .flatMap(i -> uses.get(i).value().stream()
                        .flatMap(value -> variable(value).stream())
                        .flatMap(variable -> finding(configuration, job, build, i, variable).stream()));
    }

    /** The first variable of the tag that is not set in every pipeline. */
    private static Optional<String> variable(Value destination) {
        return VARIABLE.matcher(tag(destination.pattern()))
                .results()
                .map(found -> found.group(1))
                .findFirst();
    }

    private static String tag(String reference) {
        return ImageReference.parse(reference).tag();
    }

    private Optional<Finding> finding(
            Configuration configuration, JobBuilds job, Build build, int use, String variable) {
        FlagUse destination = build.arguments().uses("destination").get(use);
        String written = destination.value().map(Value::pattern).orElse("");
        Set<PipelineKind> kinds = EnumSet.noneOf(PipelineKind.class);
        configuration.inPipelines().of(job.job()).stream()
                .filter(there -> job.job().admission().certain().contains(there.kind()))
                .filter(there -> isLeftEmpty(there, build, use))
                .forEach(there -> kinds.add(there.kind()));
        if (kinds.isEmpty() || kinds.equals(EnumSet.allOf(PipelineKind.class))) {
            return Optional.empty();
        }
        String outcome = tag(written).matches("\\$\\{[^}]*}")
                ? "Depending on its version, Kaniko refuses such a name or pushes the image as 'latest'."
                : "What is left of the tag does not tell such images apart, or is no tag at all.";
        String message = ("Job '%s' also runs in %s, where $%s is empty, and with it the tag in --destination: '%s'. "
                        + outcome
                        + " Let the job run only where the variable is set, or give it another value there, as in"
                        + " ${%s:-$CI_COMMIT_REF_SLUG}.")
                .formatted(job.job().name(), pipelines(kinds), variable, written, variable);
        return Optional.of(new Finding(
                id(),
                severity(),
                job.job().name(),
                variable,
                new FlagPlace(job, build, destination).wholeSpan(),
                message,
                List.of(),
                List.of()));
    }

    private static boolean isLeftEmpty(PipelineBuilds there, Build build, int use) {
        return there.at(build)
                .map(one -> one.arguments().destinations())
                .filter(destinations -> destinations.size() > use)
                .map(destinations -> destinations.get(use).pattern())
                .filter(reference -> tag(reference).isEmpty() ? reference.endsWith(":") : isLeft(tag(reference)))
                .isPresent();
    }

    private static boolean isLeft(String tag) {
        return !tag.contains("$") && LEFT.matcher(tag).matches();
    }

    private static String pipelines(Set<PipelineKind> kinds) {
        return kinds.stream()
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(" and "))
                + " pipelines";
    }
}
