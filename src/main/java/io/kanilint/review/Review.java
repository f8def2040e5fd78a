package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.CommitStatus;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import java.util.List;
import java.util.Optional;

/** One review: ask, lint, compare, post. */
final class Review {
    private static final String STATUS_NAME = "kanilint";
    private static final int BAD_REQUEST = 400;

    private final GitLab gitlab;
    private final Reviews reviews;
    private final long projectId;
    private final long iid;
    private final String ciPath;

    Review(GitLab gitlab, Reviews reviews, long projectId, long iid, String ciPath) {
        this.gitlab = gitlab;
        this.reviews = reviews;
        this.projectId = projectId;
        this.iid = iid;
        this.ciPath = ciPath;
    }

    ReviewOutcome run() {
        if (!gitlab.configured()) {
            return new ReviewOutcome.Refused("No GitLab token is set. Set KANILINT_GITLAB_TOKEN.");
        }
        MergeRequest mergeRequest = gitlab.mergeRequest(projectId, iid);
        DiffRefs refs = mergeRequest.diffRefs();
        if (!mergeRequest.open()) {
            return new ReviewOutcome.Skipped("It is closed or merged.");
        }
        if (refs == null) {
            return new ReviewOutcome.NotReady("GitLab is still preparing its diff.");
        }
        List<ChangedFile> changes = gitlab.changes(projectId, iid);
        Optional<ChangedFile> changed = changes.stream()
                .filter(file -> file.newPath().equals(ciPath) || file.oldPath().equals(ciPath))
                .findFirst();
        if (changed.isEmpty()) {
            return reviews.leftThreads(projectId, iid)
                    ? post(mergeRequest, refs, List.of(), List.of())
                    : new ReviewOutcome.Skipped("It does not change the CI file (" + ciPath + ").");
        }
        if (changed.get().deleted() || !changed.get().newPath().equals(ciPath)) {
            return post(mergeRequest, refs, changes, List.of());
        }
        var files = new CommitFiles(gitlab, projectId, refs.head(), ciPath);
        if (files.read(ciPath).isEmpty()) {
            return new ReviewOutcome.NotReady("GitLab does not show the CI file at the head commit yet.");
        }
        LintResult result = Linter.lint(files, Settings.DEFAULT);
        return post(mergeRequest, refs, changes, result.findings());
    }

    private ReviewOutcome post(
            MergeRequest mergeRequest, DiffRefs refs, List<ChangedFile> changes, List<Finding> findings) {
        List<BotThread> threads = BotThreads.in(gitlab.threads(projectId, iid), gitlab.botId(), refs.head());
        var summary = new Summary(findings.size());
        List<ThreadAction> plan = Reconciler.plan(
                findings,
                threads,
                (finding, thread) -> comment(finding, refs, changes).body(thread.line()));
        for (ThreadAction action : plan) {
            carryOut(action, refs, changes);
            summary.add(action);
        }
        String status = status(mergeRequest, refs.head(), findings);
        int open = summary.openThreads(threads);
        return new ReviewOutcome.Reviewed(refs.head(), status, findings.size(), open, summary.toString());
    }

    /** On the file that the finding is in, if the merge request changes it, and on the CI file if not. */
    private Comment comment(Finding finding, DiffRefs refs, List<ChangedFile> changes) {
        String path = finding.span().source().path();
        ChangedFile file = changes.stream()
                .filter(changed -> changed.newPath().equals(path))
                .findFirst()
                .orElseGet(() -> changes.stream()
                        .filter(changed -> changed.newPath().equals(ciPath))
                        .findFirst()
                        .orElseThrow());
        return new Comment(finding, refs, file);
    }

    private void carryOut(ThreadAction action, DiffRefs refs, List<ChangedFile> changes) {
        switch (action) {
            case ThreadAction.Open(Finding finding) -> open(comment(finding, refs, changes));
            case ThreadAction.Rewrite(BotThread thread, Finding finding) ->
                gitlab.rewrite(
                        projectId,
                        iid,
                        thread.id(),
                        thread.noteId(),
                        comment(finding, refs, changes).body(thread.line()));
            case ThreadAction.Resolve(BotThread thread) -> {
                if (!thread.saidGone()) {
                    String word = Marker.gone("This is no longer found at %s."
                            .formatted(refs.head().substring(0, 8)));
                    gitlab.reply(projectId, iid, thread.id(), word);
                }
                gitlab.resolve(projectId, iid, thread.id(), true);
            }
            case ThreadAction.Reopen(BotThread thread) -> {
                // Opened first: a word without it would look as if a person had resolved the thread since.
                gitlab.resolve(projectId, iid, thread.id(), false);
                String word = "This is back at %s.".formatted(refs.head().substring(0, 8));
                gitlab.reply(projectId, iid, thread.id(), word);
            }
        }
    }

    private void open(Comment comment) {
        List<Comment.Placed> places = comment.places();
        for (Comment.Placed placed : places) {
            try {
                gitlab.openThread(projectId, iid, placed.body(), placed.place());
                return;
            } catch (GitLabRefused e) {
                if (e.status() != BAD_REQUEST || placed.equals(places.getLast())) {
                    throw e;
                }
            }
        }
    }

    /** Gives the head commit its status, unless it has it; a merge request is reviewed even where that is not allowed. */
    private String status(MergeRequest mergeRequest, String sha, List<Finding> findings) {
        boolean failed = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        CommitStatus.State state = failed ? CommitStatus.State.FAILED : CommitStatus.State.SUCCESS;
        boolean fork = mergeRequest.sourceProjectId() != projectId;
        if (fork || reviews.status(projectId, sha).filter(state.name()::equals).isPresent()) {
            return fork ? "" : state.name();
        }
        String description = findings.isEmpty() ? "Nothing found" : Summary.count(findings.size(), "finding");
        try {
            gitlab.status(
                    projectId,
                    sha,
                    new CommitStatus(state, STATUS_NAME, description, null, mergeRequest.sourceBranch()));
            return state.name();
        } catch (GitLabRefused _) {
            return "";
        }
    }
}
