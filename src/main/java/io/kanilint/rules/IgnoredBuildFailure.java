package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A build that may fail without ending the job, which then builds again in the same container. Upstream and Chainguard's
 * fork clean up after successful builds only (measured, also with the wipe line between the builds).
 */
public final class IgnoredBuildFailure implements Rule {

    /** Other variables may differ from round to round. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!CI_)");

    /**
     * A build that may fail, and one that follows it then.
     *
     * @param green whether the job can end well all the same
     */
    private record Sequel(Build failed, Build next, boolean green) {
        /** In one place other variables may differ from round to round; the same words in two places are meant to be the same. */
        boolean isRetry() {
            return !isInAfterScript()
                    && failed.words().equals(next.words())
                    && (!isInOnePlace()
                            || failed.words().stream()
                                    .noneMatch(word -> VARIABLE.matcher(word).find()));
        }

        boolean isInOnePlace() {
            return failed.span().equals(next.span());
        }

        boolean isInAfterScript() {
            return failed.inScript() && !next.inScript();
        }

        boolean isKnown() {
            return failed.arguments().isComplete() && next.arguments().isComplete();
        }

        /** Whether the next build makes nothing that anybody gets. */
        boolean onlyTries() {
            return next.arguments().noPush() == Answer.YES
                    && next.arguments().outputs().isEmpty();
        }

        /** Whether an image is missing in the end, and nothing tells. */
        boolean hidesMissingImage() {
            return green && onlyTries() && failed.arguments().noPush() == Answer.NO;
        }

        /** Whether this is {@code test && first || next}, where {@code ||} was not meant to lead from one to the other. */
        boolean isChoice() {
            Span one = failed.span();
            Span other = next.span();
            return one.source() == other.source()
                    && one.end() <= other.start()
                    && one.before().contains("&&")
                    && one.source().text().substring(one.end(), other.start()).contains("||");
        }
    }

    @Override
    public String id() {
        return "ignored-build-failure";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "a job goes on after a failed build and builds again on what that one left";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .flatMap(job -> sequels(job).values().stream()
                        // after_script is run in any case, and then it is all said already
                        .filter(sequel -> !sequel.isInAfterScript() || !MultiBuildJob.concerns(job))
                        .map(sequel -> finding(job, sequel)));
    }

    /** One for each place. */
    private static Map<Span, Sequel> sequels(JobBuilds job) {
        var sequels = new LinkedHashMap<Span, Sequel>();
        for (List<BuildRun> way : job.ways()) {
            for (int i = 1; i < way.size(); i++) {
                BuildRun run = way.get(i);
                if (!run.failed() && run.met().failure() == Answer.YES) {
                    lastFailed(way.subList(0, i))
                            .filter(failed -> !failed.concurrent())
                            .map(failed -> new Sequel(
                                    failed.build(), run.build(), job.finished().contains(way)))
                            .filter(Sequel::isKnown)
                            .ifPresent(sequel -> sequels.putIfAbsent(sequel.failed.span(), sequel));
                }
            }
        }
        return sequels;
    }

    private static Optional<BuildRun> lastFailed(List<BuildRun> before) {
        return before.reversed().stream().filter(BuildRun::failed).findFirst();
    }

    private Finding finding(JobBuilds job, Sequel sequel) {
        String name = job.job().name();
        String message = String.join(" ", event(name, sequel), consequence(sequel), remedy(sequel));
        List<Related> related = sequel.isInOnePlace()
                ? List.of()
                : List.of(new Related(sequel.next.span(), "The build that follows a failure."));
        String subject = String.join(" ", sequel.failed.destinations());
        return new Finding(id(), severity(), name, subject, sequel.failed.span(), message, related, List.of());
    }

    private static String event(String name, Sequel sequel) {
        String event = sequel.isRetry()
                ? "Job '%s' tries this build again in the same container when it has failed."
                : sequel.isInAfterScript()
                        ? "Job '%s' builds again in `after_script`, in the same container, also when this build has failed."
                        : "Job '%s' goes on when this build has failed, and builds again in the same container.";
        return event.formatted(name);
    }

    private static String consequence(Sequel sequel) {
        if (sequel.hidesMissingImage()) {
            return "The next build pushes nothing (`--no-push`). If it succeeds, the job ends green, although the image"
                    + " that this build was to push is missing.";
        }
        String left = "What the failed build has installed or copied is still there, and `--cleanup` does not remove it"
                + " after a failure (except in recent releases of osscontainertools).";
        String next = sequel.onlyTries()
                ? " The next build pushes nothing, but can therefore succeed where a clean build would fail."
                : " The next build can therefore %s an image that lacks packages or carries files of the failed one, and end with exit code 0."
                        .formatted(sequel.next.arguments().noPush() == Answer.YES ? "write" : "push");
        return left + next;
    }

    private static String remedy(Sequel sequel) {
        if (sequel.isRetry()) {
            return "Let the job fail instead, and have GitLab repeat it in a fresh container (`retry: 2`).";
        }
        if (sequel.hidesMissingImage()) {
            return sequel.isChoice()
                    ? "Let the job stop when this build fails: with `if`, `then` and `else` in place of `&&` and `||`,"
                            + " only one of the two is run."
                    : "Let the job stop when this build fails.";
        }
        return "Let the job stop at the first failure, or give each image its own job.";
    }
}
