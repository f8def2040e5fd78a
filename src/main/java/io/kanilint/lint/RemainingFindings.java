package io.kanilint.lint;

import io.kanilint.finding.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What may still be found when some findings are healed.
 *
 * @param healed those that must be gone
 * @param left the others: a fix may heal some of them too
 * @param jobs the jobs that there were
 */
record RemainingFindings(List<Finding> healed, List<Finding> left, Set<String> jobs) {

    /** What makes two findings alike, whichever number they have. */
    private record Kind(String rule, String file, String job, String topic) {
        static Kind of(Finding finding, String job) {
            return new Kind(finding.rule(), finding.span().source().path(), job, finding.topic());
        }
    }

    /** Whether nothing is found but what was there. A job that came of another may have what that one had. */
    boolean allow(List<Finding> found) {
        Map<Kind, Integer> allowed = new HashMap<>();
        left.forEach(finding -> allowed.merge(Kind.of(finding, finding.job()), 1, Integer::sum));
        for (Finding finding : found) {
            Integer count = allowed.computeIfPresent(Kind.of(finding, finding.job()), (_, before) -> before - 1);
            boolean wasThere = count != null && count >= 0;
            if (!wasThere && !comesOfHealedJob(finding)) {
                return false;
            }
        }
        return true;
    }

    private boolean comesOfHealedJob(Finding finding) {
        return !jobs.contains(finding.job())
                && healed.stream()
                        .anyMatch(one -> left.stream()
                                .anyMatch(other -> other.job().equals(one.job())
                                        && Kind.of(other, "").equals(Kind.of(finding, ""))));
    }
}
