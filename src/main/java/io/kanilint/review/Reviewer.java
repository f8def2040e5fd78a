package io.kanilint.review;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reviews merge requests and remembers what came of it. */
@Component
public class Reviewer {
    private static final Logger LOG = LoggerFactory.getLogger(Reviewer.class);

    private final GitLab gitlab;
    private final Reviews reviews;
    private final Clock clock;

    Reviewer(GitLab gitlab, Reviews reviews, Clock clock) {
        this.gitlab = gitlab;
        this.reviews = reviews;
        this.clock = clock;
    }

    /**
     * Reviews a merge request at its present head. May be repeated at any point: what was posted is read back from
     * GitLab before anything is posted.
     *
     * @param ciPath where the project keeps its CI file
     * @throws io.kanilint.gitlab.GitLabUnavailable if GitLab did not answer; the review is to be repeated
     */
    public ReviewOutcome review(long projectId, long iid, String ciPath) {
        Instant start = clock.instant();
        var calls = new AtomicInteger();
        ReviewOutcome outcome;
        try {
            outcome = new Review(gitlab.counting(calls), reviews, projectId, iid, ciPath).run();
        } catch (GitLabRefused e) {
            outcome = new ReviewOutcome.Refused(String.valueOf(e.getMessage()));
        }
        reviews.add(projectId, iid, outcome, calls.get(), start, clock.instant());
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
        return outcome;
    }
}
