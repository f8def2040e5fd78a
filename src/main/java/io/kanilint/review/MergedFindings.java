package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.LintResult;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends the findings that merged merge requests brought into a target branch, once a later merge request begins where they are
 * gone. A branch may have begun before they were merged: that proves nothing, so GitLab is asked what its beginning contains.
 */
@Component
class MergedFindings {
    private static final int MOST = 1000;
    private static final int MOST_CALLS = 3;

    private final JdbcClient jdbc;
    private final FindingCounts counts;
    private final Clock clock;

    /** @param traces what its fix would leave in the file, if that tells anything */
    private record Merged(
            long id, String file, String mergeSha, @Nullable String traces) {}

    MergedFindings(JdbcClient jdbc, FindingCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Ends those that are gone, with the calls to GitLab that the review has left; what takes more waits for a later one.
     *
     * @param result what is found in {@code base}, where a merge request's branch began
     * @param left how many calls it may make; with one it is known whether the newest is in the base, and with it all
     */
    void end(GitLab gitlab, Steps steps, MergeRequest mergeRequest, LintResult result, BaseFiles base, long left) {
        DiffRefs refs = mergeRequest.diffRefs();
        int calls = Math.clamp(left, 0, MOST_CALLS);
        if (refs == null || !result.intact() || calls == 0) {
            return;
        }
        List<Merged> missing = missing(mergeRequest, result);
        if (missing.isEmpty()) {
            return;
        }
        List<String> merges = missing.stream().map(Merged::mergeSha).distinct().toList();
        int known = steps.run(
                "merged findings", () -> contained(gitlab, mergeRequest.projectId(), refs.base(), merges, calls));
        Set<String> contained = new HashSet<>(merges.subList(0, known));
        List<Merged> gone = missing.stream()
                .filter(finding -> contained.contains(finding.mergeSha))
                .toList();
        if (!gone.isEmpty()) {
            counts.changing(mergeRequest.projectId(), () -> gone.forEach(finding -> end(finding, base)));
        }
    }

    /** Those of its target branch that are not found now, the first merged first. */
    private List<Merged> missing(MergeRequest mergeRequest, LintResult result) {
        Set<String> present = new HashSet<>(Set.of(""));
        result.findings().stream().map(Finding::fingerprint).forEach(present::add);
        return jdbc.sql("""
                        SELECT f.id, f.file, m.merge_sha, d.fix_lines FROM finding f
                        JOIN merge_request m ON m.project_id = f.project_id AND m.iid = f.merge_request_iid
                        LEFT JOIN finding_detail d ON d.finding_id = f.id
                        WHERE f.project_id = :project AND f.state IN ('open', 'ignored') AND m.state = 'merged'
                            AND m.target_branch = :target AND m.merge_sha IS NOT NULL AND f.fingerprint NOT IN (:present)
                        ORDER BY m.merged_at, m.iid, f.id LIMIT :most
                        """)
                .param("project", mergeRequest.projectId())
                .param("target", mergeRequest.targetBranch())
                .param("present", present)
                .param("most", MOST)
                .query((row, _) -> new Merged(
                        row.getLong("id"),
                        row.getString("file"),
                        row.getString("merge_sha"),
                        row.getString("fix_lines")))
                .list();
    }

    /** How many of the merges, the first ones, a commit certainly contains: with one of them come all before it. */
    private static int contained(GitLab gitlab, long projectId, String sha, List<String> merges, int most) {
        int low = 0;
        int high = merges.size();
        for (int calls = 0; low < high && calls < most; calls++) {
            int middle = calls == 0 ? high - 1 : (low + high) / 2;
            if (contains(gitlab, projectId, sha, merges.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** No review fails for this. */
    private static boolean contains(GitLab gitlab, long projectId, String sha, String merge) {
        try {
            return gitlab.commits(projectId).contains(sha, merge);
        } catch (GitLabException _) {
            return false;
        }
    }

    private void end(Merged finding, BaseFiles base) {
        boolean applied = finding.traces != null
                && base.known(finding.file)
                        .filter(text -> FixTraces.in(text, finding.traces))
                        .isPresent();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        UPDATE finding SET state = 'fixed', fixed_at = ?, applied = ?, dismissed = FALSE
                        WHERE id = ? AND state IN ('open', 'ignored')
                        """).params(now, applied, finding.id).update();
    }
}
