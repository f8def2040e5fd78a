package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.Repair;
import io.kanilint.lint.Repairer;
import io.kanilint.lint.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Works out what the safe fixes of the findings that are commented on would change. Nothing is written. */
@Component
public class FixProposals {
    private final GitLab gitlab;
    private final IgnoredRules ignored;
    private final Dismissals dismissals;
    private final TargetSettings targetSettings;

    FixProposals(GitLab gitlab, IgnoredRules ignored, Dismissals dismissals, TargetSettings targetSettings) {
        this.gitlab = gitlab;
        this.ignored = ignored;
        this.dismissals = dismissals;
        this.targetSettings = targetSettings;
    }

    /**
     * The proposal for the present head.
     *
     * @param ciPath where the project keeps its CI file
     * @param threads all threads of the merge request
     * @param asked the thread in which fixes were asked for: if it is about a finding, only that is fixed
     */
    public FixProposal propose(
            long projectId, long iid, String ciPath, List<DiscussionThread> threads, DiscussionThread asked) {
        MergeRequest mergeRequest = gitlab.mergeRequest(projectId, iid);
        DiffRefs refs = mergeRequest.diffRefs();
        if (!mergeRequest.open()) {
            return new FixProposal.None("This merge request is closed or merged.");
        }
        if (refs == null) {
            return new FixProposal.None("GitLab is still preparing the diff. Ask again in a minute.");
        }
        var look = new Look(gitlab, projectId, refs, ciPath, gitlab.changes(projectId, iid));
        if (!look.hasCiFile()) {
            return new FixProposal.None("There is no CI file on the source branch.");
        }
        Settings settings = targetSettings.read(gitlab, mergeRequest, new ArrayList<>());
        List<Finding> relevant = look.relevant(look.atHead(settings), look.atBase(settings));
        Set<String> wanted = wanted(relevant, projectId, iid, settings, threads, asked);
        if (wanted.isEmpty()) {
            return new FixProposal.None("There is nothing left to fix.");
        }
        Repair repair = Repairer.repair(look.head(), settings, finding -> wanted.contains(finding.fingerprint()));
        if (repair.changes().isEmpty()) {
            return new FixProposal.None(
                    "There is no fix that can be applied without a person looking at it. The comments say what can be done.");
        }
        return repair.changes().stream().anyMatch(FixProposals::isGarbled)
                ? new FixProposal.None("A file to change is not UTF-8, and would be damaged.")
                : new FixProposal.Ready(mergeRequest, refs.head(), repair.applied(), repair.changes());
    }

    private Set<String> wanted(
            List<Finding> relevant,
            long projectId,
            long iid,
            Settings settings,
            List<DiscussionThread> threads,
            DiscussionThread asked) {
        Set<String> rules = ignored.of(projectId, iid);
        Set<String> dismissed = dismissals.fingerprints(projectId);
        long bot = gitlab.botId();
        List<BotThread> ours = BotThreads.in(threads, bot, "");
        Set<String> one = BotThreads.in(List.of(asked), bot, "").stream()
                .map(BotThread::fingerprint)
                .collect(Collectors.toSet());
        Set<String> resolved = ours.stream()
                .filter(BotThread::resolved)
                .map(BotThread::fingerprint)
                .collect(Collectors.toSet());
        return relevant.stream()
                .filter(finding -> !rules.contains(finding.rule()) && !dismissed.contains(finding.fingerprint()))
                .filter(finding ->
                        finding.severity().compareTo(settings.comments().severity()) >= 0
                                || ours.stream()
                                        .anyMatch(thread -> thread.fingerprint().equals(finding.fingerprint())))
                .map(Finding::fingerprint)
                .filter(fingerprint -> one.isEmpty() ? !resolved.contains(fingerprint) : one.contains(fingerprint))
                .collect(Collectors.toSet());
    }

    /** Bytes that are no UTF-8 became replacement characters when the file was read. */
    private static boolean isGarbled(Repair.Change change) {
        return change.before().text().indexOf('\uFFFD') >= 0;
    }
}
