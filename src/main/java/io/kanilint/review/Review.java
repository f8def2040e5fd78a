package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.Gap;
import io.kanilint.report.CommentText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One review: ask, lint head and base, compare, post, remember. */
final class Review {
    private static final Severity FAIL_ON = Severity.ERROR;
    /** Calls to GitLab of a review that finds threads of an earlier one. */
    private static final int CALLS_AGAIN = 8;
    /** Those of one that opens the first; each thread takes one more. */
    private static final int CALLS_AT_FIRST = 9;

    private final Desk desk;
    private final GitLab gitlab;
    private final Pen pen;
    private final Steps steps;
    private final long projectId;
    private final long iid;
    private final String ciPath;
    private Settings.Comments limits = Settings.DEFAULT.comments();
    /** How many more calls to GitLab it may make. */
    private int callsLeft = 1;

    /**
     * @param gitlab counts its calls for these steps
     * @param pen writes, or notes down what would be written
     * @param ciPath where the project keeps its CI file
     */
    Review(Desk desk, GitLab gitlab, Pen pen, Steps steps, long projectId, long iid, String ciPath) {
        this.desk = desk;
        this.gitlab = gitlab;
        this.pen = pen;
        this.steps = steps;
        this.projectId = projectId;
        this.iid = iid;
        this.ciPath = ciPath;
    }

    ReviewOutcome run() {
        if (!gitlab.configured()) {
            return new ReviewOutcome.Refused("No GitLab token is set. Set KANILINT_GITLAB_TOKEN.");
        }
        MergeRequest mergeRequest = steps.run("merge request", () -> gitlab.mergeRequest(projectId, iid));
        if (pen.real()) {
            desk.register().seen(mergeRequest, gitlab.url(), desk.clock().instant());
        }
        DiffRefs refs = mergeRequest.diffRefs();
        if (!mergeRequest.open()) {
            return new ReviewOutcome.Skipped("It is closed or merged.");
        }
        if (refs == null) {
            return new ReviewOutcome.NotReady("GitLab is still preparing its diff.");
        }
        List<ChangedFile> changes = steps.run("changes", () -> gitlab.changes(projectId, iid));
        boolean main = changes.stream()
                .anyMatch(
                        file -> file.newPath().equals(ciPath) || file.oldPath().equals(ciPath));
        boolean watched =
                desk.reviews().leftThreads(projectId, iid) || desk.findings().left(projectId, iid);
        Suspects suspects = Suspects.among(changes);
        boolean certain = main || watched;
        if (!certain && suspects.none()) {
            return untouched();
        }
        if (!certain && !steps.run("includes", () -> suspects.remain(gitlab, projectId, refs.head()))) {
            return untouched();
        }
        return look(mergeRequest, refs, changes, certain ? Optional.empty() : Optional.of(suspects));
    }

    private ReviewOutcome untouched() {
        return new ReviewOutcome.Skipped("It changes neither the CI file (" + ciPath + ") nor what that uses.");
    }

    /** @param suspects if it is not certain yet that the configuration is changed, the files that may be part of it */
    private ReviewOutcome look(
            MergeRequest mergeRequest, DiffRefs refs, List<ChangedFile> changes, Optional<Suspects> suspects) {
        var look = new Look(gitlab, projectId, refs, ciPath, changes);
        if (!steps.run("CI file", look::hasCiFile)) {
            if (look.diffs().change(ciPath).isPresent()) {
                return new ReviewOutcome.NotReady("GitLab does not show the CI file at the head commit yet.");
            }
            return suspects.isPresent()
                    ? new ReviewOutcome.Skipped("There is no CI file (" + ciPath + ") on its branch.")
                    : post(mergeRequest, look, Found.NOTHING);
        }
        var gaps = new ArrayList<Gap>();
        Optional<String> text = steps.run("settings", () -> TargetSettings.text(gitlab, mergeRequest));
        if (pen.real()) {
            desk.register().settings(projectId, text.orElse(null));
        }
        Settings settings = desk.settings().of(text.orElse(null), gaps);
        limits = settings.comments();
        LintResult now = steps.run("head", () -> look.atHead(settings));
        LintResult before = steps.run("base", () -> look.atBase(settings));
        if (suspects.isPresent() && suspects.get().paths().noneMatch(look::asked)) {
            return untouched();
        }
        gaps.addAll(now.gaps());
        steps.gaps(gaps);
        Set<String> rules = desk.ignored().of(projectId, iid);
        Set<String> dismissed = desk.dismissals().fingerprints(projectId);
        Predicate<Finding> ignored =
                finding -> rules.contains(finding.rule()) || dismissed.contains(finding.fingerprint());
        List<Finding> relevant = look.relevant(now, before);
        Set<String> left =
                relevant.stream().filter(ignored).map(Finding::fingerprint).collect(Collectors.toSet());
        var found = new Found(
                now.findings(),
                relevant.stream().filter(ignored.negate()).toList(),
                desk.findings().fixed(projectId, iid),
                left,
                left.stream().filter(dismissed::contains).collect(Collectors.toSet()),
                now.intact());
        ReviewOutcome outcome = post(mergeRequest, look, found);
        if (pen.real()) {
            desk.merged().end(gitlab, steps, mergeRequest, before, look.base(), callsLeft);
        }
        return outcome;
    }

    private ReviewOutcome post(MergeRequest mergeRequest, Look look, Found found) {
        DiffRefs refs = look.refs();
        var summary = new Summary(found.relevant().size());
        if (pen.real() && desk.properties().shadow()) {
            record(look, found, Map.of(), Set.of());
            return new ReviewOutcome.Reviewed(
                    refs.head(), "", found.relevant().size(), 0, summary + ", nothing written in shadow mode");
        }
        List<DiscussionThread> all = steps.run("threads", () -> gitlab.threads(projectId, iid));
        GitLab.Bot bot = gitlab.bot();
        List<BotThread> threads = BotThreads.in(all, bot.id(), refs.head());
        var stakes = new Stakes(desk.stakes(), look, projectId, iid);
        Function<Finding, Comment> comments = finding -> Comment.on(
                new CommentText(stakes.told(finding), bot.name(), desk.links().rules()), refs, look.diffs());
        var writer = new ThreadWriter(pen, refs.head(), comments);
        Plan plan = Reconciler.plan(
                found,
                threads,
                limits,
                (finding, thread) -> comments.apply(finding).body(thread));
        stakes.open(plan, steps.calls());
        Map<String, String> opened = steps.run("comments", () -> {
            Map<String, String> ids = writer.carryOut(plan);
            writer.summarise(plan.rest(), BotThreads.summary(all, bot.id()));
            return ids;
        });
        plan.actions().forEach(summary::add);
        String status = desk.properties().status()
                ? steps.run(
                        "status",
                        () -> new StatusWriter(gitlab, pen, desk.reviews())
                                .write(mergeRequest, refs.head(), found.relevant(), FAIL_ON))
                : "";
        if (pen.real()) {
            remember(look, found, threads, plan, opened);
            stakes.keep();
        }
        if (!threads.isEmpty()) {
            callsLeft = CALLS_AGAIN - steps.calls();
        } else if (!opened.isEmpty()) {
            callsLeft = CALLS_AT_FIRST + opened.size() - steps.calls();
        }
        int left = summary.openThreads(threads) + plan.rest().size();
        return new ReviewOutcome.Reviewed(refs.head(), status, found.relevant().size(), left, summary.toString());
    }

    private void remember(Look look, Found found, List<BotThread> threads, Plan plan, Map<String, String> opened) {
        var ids = new LinkedHashMap<String, String>();
        threads.forEach(thread -> ids.putIfAbsent(thread.fingerprint(), thread.id()));
        ids.putAll(opened);
        Set<String> reopened = plan.actions().stream()
                .filter(ThreadAction.Reopen.class::isInstance)
                .map(action -> ((ThreadAction.Reopen) action).thread().fingerprint())
                .collect(Collectors.toSet());
        Set<String> ignored = threads.stream()
                .filter(thread -> thread.resolved() && !thread.saidGone())
                .map(BotThread::fingerprint)
                .filter(fingerprint -> !reopened.contains(fingerprint))
                .collect(Collectors.toSet());
        record(look, found, ids, ignored);
    }

    private void record(Look look, Found found, Map<String, String> threads, Set<String> resolved) {
        desk.findings()
                .record(new Sighting(
                        projectId,
                        iid,
                        look.refs().head(),
                        found,
                        threads,
                        resolved,
                        look.head()::known,
                        desk.clock().instant()));
    }
}
