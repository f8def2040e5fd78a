package io.kanilint.review;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.SentRequest;
import io.kanilint.trace.Traces;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Reviews merge requests and remembers what came of it. */
@Component
public class Reviewer {
    private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);

    private final GitLab gitlab;
    private final Desk desk;
    private final ReviewMeters meters;
    private final Traces traces;

    Reviewer(GitLab gitlab, Desk desk, ReviewMeters meters, Traces traces) {
        this.gitlab = gitlab;
        this.desk = desk;
        this.meters = meters;
        this.traces = traces;
    }

    /** Whether a merge request has findings that were there at the last look at it. */
    public boolean hasFindings(long projectId, long iid) {
        return desk.findings().there(projectId, iid);
    }

    /**
     * Reviews a merge request at its present head. May be repeated at any point: what was posted is read back from
     * GitLab before anything is posted.
     *
     * @param ciPath where the project keeps its CI file
     * @throws io.kanilint.gitlab.GitLabUnavailable if GitLab did not answer; the review is to be repeated
     */
    public ReviewOutcome review(long projectId, long iid, String ciPath) {
        return meters.timing(() -> look(projectId, iid, ciPath));
    }

    private ReviewOutcome look(long projectId, long iid, String ciPath) {
        Instant start = desk.clock().instant();
        var calls = new AtomicInteger();
        var steps = new Steps(traces, desk.clock(), calls);
        ReviewOutcome outcome;
        try {
            GitLab counted = gitlab.counting(calls);
            var pen = new GitLabPen(counted, desk.marks(), projectId, iid);
            var review = new Review(desk, counted, pen, steps, projectId, iid, ciPath);
            outcome = SentRequest.during(review::run, steps::sent);
        } catch (GitLabRefused e) {
            outcome = new ReviewOutcome.Refused(String.valueOf(e.getMessage()));
        }
        OptionalLong number = desk.reviews()
                .add(projectId, iid, outcome, steps, start, desk.clock().instant());
        number.ifPresent(id -> {
            MDC.put("review", Long.toString(id));
            Traces.tell("review", Long.toString(id));
        });
        log(projectId, iid, outcome, calls.get());
        MDC.remove("review");
        return outcome;
    }

    private static void log(long projectId, long iid, ReviewOutcome outcome, int calls) {
        switch (outcome) {
            case ReviewOutcome.Reviewed reviewed ->
                LOG.info(
                        "Merge request {} of project {} at {}: {} ({} calls to GitLab).",
                        iid,
                        projectId,
                        reviewed.headSha(),
                        reviewed.summary(),
                        calls);
            case ReviewOutcome.Skipped(String reason) ->
                LOG.info("Merge request {} of project {} skipped: {}", iid, projectId, reason);
            case ReviewOutcome.NotReady(String reason) ->
                LOG.info("Merge request {} of project {} has to wait: {}", iid, projectId, reason);
            case ReviewOutcome.Refused(String reason) ->
                LOG.warn("Merge request {} of project {} cannot be reviewed: {}", iid, projectId, reason);
        }
    }

    /**
     * Says what a review would write now, also in shadow mode, and writes nothing: neither to GitLab nor to the database.
     *
     * @param ciPath where the project keeps its CI file
     * @throws io.kanilint.gitlab.GitLabUnavailable if GitLab did not answer
     */
    public DryRun dryRun(long projectId, long iid, String ciPath) {
        var fields = Map.of("project", Long.toString(projectId), "merge_request", Long.toString(iid));
        return traces.during("dry run", fields, () -> tryOut(projectId, iid, ciPath));
    }

    private DryRun tryOut(long projectId, long iid, String ciPath) {
        var notebook = new Notebook();
        var calls = new AtomicInteger();
        var steps = new Steps(traces, desk.clock(), calls);
        ReviewOutcome outcome;
        try {
            outcome = new Review(desk, gitlab.counting(calls), notebook, steps, projectId, iid, ciPath).run();
        } catch (GitLabRefused e) {
            outcome = new ReviewOutcome.Refused(String.valueOf(e.getMessage()));
        }
        return new DryRun(outcome, desk.properties().shadow(), notebook.actions());
    }
}
