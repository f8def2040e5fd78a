package io.kanilint.dashboard;

import io.kanilint.access.Account;
import io.kanilint.review.Dismissals;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads one finding with all that belongs to it; what may not be seen is not there. */
@Component
record ApiFindingReader(FindingDetails findings, Dismissals dismissals, FindingLinks links, ApiAddress address) {

    ApiFinding read(long id, Account account) {
        FindingRow row = row(id, account);
        return ApiFinding.of(
                row,
                links,
                address,
                findings.detail(row).map(ApiFindingDetail::of).orElse(null),
                dismissals
                        .of(row.projectId(), row.fingerprint())
                        .map(ApiDismissal::of)
                        .orElse(null));
    }

    FindingRow row(long id, Account account) {
        return findings.find(id, account.visibility())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
