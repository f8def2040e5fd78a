package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.access.Audit;
import io.kanilint.delivery.AskedReviews;
import io.kanilint.review.Dismissals;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What administrators do with a finding: what it changes, the look at GitLab that follows, and the record, or nothing. */
@Component
class FindingActions {
    /** Of merge requests with the same finding, so many follow at once; the others with their next push. */
    private static final int MOST_FOLLOWING = 20;

    private final FindingDetails details;
    private final Dismissals dismissals;
    private final AskedReviews reviews;
    private final Audit audit;
    private final Clock clock;

    FindingActions(FindingDetails details, Dismissals dismissals, AskedReviews reviews, Audit audit, Clock clock) {
        this.details = details;
        this.dismissals = dismissals;
        this.reviews = reviews;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    void dismiss(FindingRow finding, Dismissals.Kind kind, String reason, Account account, String address) {
        dismissals.add(finding.projectId(), finding.fingerprint(), kind, reason, account.name(), clock.instant());
        record(account, kind == Dismissals.Kind.IGNORED ? "ignore" : "false_alarm", finding, reason, address);
        follow(finding);
    }

    /** False if it was not put aside, or somebody was quicker: then nothing is done. */
    @Transactional
    boolean takeBack(FindingRow finding, Account account, String address) {
        if (!dismissals.takeBack(finding.projectId(), finding.fingerprint())) {
            return false;
        }
        record(account, "take_back", finding, "", address);
        follow(finding);
        return true;
    }

    @Transactional
    void check(FindingRow finding, Account account, String address) {
        record(account, "check_again", finding, "", address);
        reviews.ask(finding.projectId(), finding.mergeRequest());
    }

    /** In their order, so that two administrators do not wait for each other. */
    private void follow(FindingRow finding) {
        details.affected(finding, MOST_FOLLOWING).stream()
                .sorted()
                .forEach(iid -> reviews.ask(finding.projectId(), iid));
    }

    private void record(Account account, String action, FindingRow finding, String detail, String address) {
        String subject = "finding %d: %s in %s!%d"
                .formatted(finding.id(), finding.rule(), finding.project(), finding.mergeRequest());
        audit.record(account, action, subject, detail, address);
    }
}
