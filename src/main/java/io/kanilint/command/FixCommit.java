package io.kanilint.command;

import io.kanilint.gitlab.Changes;
import io.kanilint.gitlab.Changes.FileText;
import io.kanilint.gitlab.DiffRefs;
import io.kanilint.gitlab.DiscussionThread;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabRefused;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.review.FixProposal;
import io.kanilint.review.FixProposals;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Commits fixes to the source branch, or opens a merge request against it. Called again after it was cut short, it finds
 * what it did: by the comment's address in the commit's message, and by the comment's number in the branch's name.
 */
final class FixCommit {
    private static final int MOST_ATTEMPTS = 4;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final GitLab gitlab;
    private final Changes changes;
    private final CommandNote note;

    FixCommit(GitLab gitlab, CommandNote note) {
        this.gitlab = gitlab;
        this.changes = gitlab.changes();
        this.note = note;
    }

    /** @param asked the thread that the command is in */
    Reply run(FixProposals proposals, String ciPath, List<DiscussionThread> threads, DiscussionThread asked) {
        Optional<Reply> before = doneBefore();
        if (before.isPresent()) {
            return before.get();
        }
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            FixProposal proposal = proposals.propose(note.projectId(), note.iid(), ciPath, threads, asked);
            Optional<Reply> reply = switch (proposal) {
                case FixProposal.None(String why) -> Optional.of(Reply.refused(why));
                case FixProposal.Ready ready -> commit(ready);
            };
            if (reply.isPresent()) {
                return reply.get();
            }
        }
        return Reply.refused("The branch changes faster than it can be fixed. Ask again when it is quiet.");
    }

    private Optional<Reply> doneBefore() {
        String mark = "#note_" + note.noteId();
        return changes.of(note.projectId(), note.iid()).stream()
                .filter(commit -> commit.message().lines().anyMatch(line -> line.endsWith(mark)))
                .findFirst()
                .map(commit -> committed(commit.sha()));
    }

    /** Empty if the branch has moved on, so that the proposal is not for what is there now. */
    private Optional<Reply> commit(FixProposal.Ready ready) {
        MergeRequest mergeRequest = ready.mergeRequest();
        long source = mergeRequest.sourceProjectId();
        if (source == 0) {
            return Optional.of(
                    Reply.refused("The project of the source branch is gone, so there is nothing to commit to."));
        }
        List<FileText> files = ready.changes().stream()
                .map(change -> new FileText(
                        change.after().path(),
                        change.after().text(),
                        changes.lastCommit(note.projectId(), change.after().path(), ready.head())))
                .toList();
        DiffRefs now = gitlab.mergeRequest(note.projectId(), note.iid()).diffRefs();
        if (now == null || !now.head().equals(ready.head())) {
            return Optional.empty();
        }
        try {
            String sha = changes.commit(source, mergeRequest.sourceBranch(), null, message(ready), files);
            return Optional.of(committed(sha));
        } catch (GitLabRefused refused) {
            if (refused.status() == BAD_REQUEST && says(refused, "has changed since")) {
                return Optional.empty();
            }
            return Optional.of(
                    mayNotPush(refused)
                            ? propose(ready, files)
                            : Reply.refused("GitLab does not take a commit to the source branch. Is it still there?"));
        }
    }

    /** The same as a merge request, from a branch of the project that the merge request wants to go to. */
    private Reply propose(FixProposal.Ready ready, List<FileText> files) {
        MergeRequest mergeRequest = ready.mergeRequest();
        long source = mergeRequest.sourceProjectId();
        String branch = "kanilint/fix-%d-%d".formatted(note.iid(), note.noteId());
        Optional<String> there = orNothing(() -> changes.openFrom(source, branch));
        if (there.isPresent()) {
            return proposed(there.get());
        }
        try {
            changes.commit(note.projectId(), branch, ready.head(), message(ready), files);
        } catch (GitLabRefused refused) {
            if (!says(refused, "already exists")) {
                return Reply.refused("Kanilint may push neither to the source branch nor to a branch of its own here."
                        + " The comments have the changes to make.");
            }
        }
        try {
            return proposed(changes.open(
                    note.projectId(),
                    branch,
                    source,
                    mergeRequest.sourceBranch(),
                    "Fix what Kanilint found",
                    "Asked for in " + address(mergeRequest) + "."));
        } catch (GitLabRefused _) {
            drop(branch);
            return Reply.refused("Kanilint may not push to the source branch, and GitLab lets it open no merge request"
                    + " against it. The comments have the changes to make.");
        }
    }

    private void drop(String branch) {
        try {
            changes.delete(note.projectId(), branch);
        } catch (GitLabRefused _) {
            // It stays; it harms nobody.
        }
    }

    private static Optional<String> orNothing(Supplier<Optional<String>> look) {
        try {
            return look.get();
        } catch (GitLabRefused _) {
            return Optional.empty();
        }
    }

    /** A fork that we cannot see, a branch that we may not push to: GitLab has said so in three ways. */
    private static boolean mayNotPush(GitLabRefused refused) {
        return refused.status() == FORBIDDEN
                || refused.status() == NOT_FOUND
                || (refused.status() == BAD_REQUEST && says(refused, "not allowed to push"));
    }

    private static boolean says(GitLabRefused refused, String words) {
        return String.valueOf(refused.getMessage()).contains(words);
    }

    private String message(FixProposal.Ready ready) {
        String rules = ready.applied().stream()
                .map(applied -> applied.finding().rule())
                .distinct()
                .sorted()
                .map(rule -> "- " + rule)
                .collect(Collectors.joining("\n"));
        return "Fix what Kanilint found\n\n%s\n\nAsked for in %s".formatted(rules, address(ready.mergeRequest()));
    }

    private String address(MergeRequest mergeRequest) {
        return mergeRequest.webUrl() + "#note_" + note.noteId();
    }

    private static Reply committed(String sha) {
        return Reply.done("Committed as %s.".formatted(sha));
    }

    private static Reply proposed(String address) {
        return Reply.done(
                "Kanilint may not push to the source branch, so the changes are a merge request against it: %s"
                        .formatted(address));
    }
}
