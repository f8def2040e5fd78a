package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;

/** A merge request that is being written; {@link #open()} opens it. */
public final class MergeRequestOpening {

    private final Project source;
    private final String title;
    private final List<FileChange> changes = new ArrayList<>();
    private Project target;
    private String sourceBranch = "change";
    private String targetBranch;
    private String description = "";
    private User author;
    private boolean draft;
    private int unprepared;

    MergeRequestOpening(Project project, String title) {
        this.source = project;
        this.target = project;
        this.title = title;
        this.targetBranch = project.defaultBranch();
        this.author = project.world.user("author");
    }

    public MergeRequestOpening from(String branch) {
        sourceBranch = branch;
        return this;
    }

    public MergeRequestOpening into(String branch) {
        targetBranch = branch;
        return this;
    }

    /** Out of a fork into the project that it was forked from. */
    public MergeRequestOpening toParent() {
        target = source.forkedFrom == null ? source : source.forkedFrom;
        targetBranch = target.defaultBranch();
        return this;
    }

    MergeRequestOpening to(Project project) {
        target = project;
        return this;
    }

    public MergeRequestOpening changing(String file, String text) {
        changes.add(new FileChange.Write(file, text));
        return this;
    }

    public MergeRequestOpening deleting(String file) {
        changes.add(new FileChange.Delete(file));
        return this;
    }

    public MergeRequestOpening renaming(String file, String newFile) {
        String text = source.file(source.defaultBranch(), file).orElseThrow();
        changes.add(new FileChange.Delete(file));
        changes.add(new FileChange.Write(newFile, text));
        return this;
    }

    public MergeRequestOpening by(User someone) {
        author = someone;
        return this;
    }

    public MergeRequestOpening describedAs(String text) {
        description = text;
        return this;
    }

    public MergeRequestOpening draft() {
        draft = true;
        return this;
    }

    /** GitLab fills in {@code diff_refs} and {@code prepared_at} later: they are null for the next {@code reads} reads. */
    public MergeRequestOpening preparedAfter(int reads) {
        unprepared = reads;
        return this;
    }

    public MergeRequest open() {
        return source.world.locked(() -> {
            if (!changes.isEmpty() || !source.repository.hasBranch(sourceBranch)) {
                source.commit(sourceBranch, changes, title, author);
            }
            var head = new MergeRequest.Branches(source, sourceBranch, targetBranch);
            var mr = new MergeRequest(target, head, author, draft ? "Draft: " + title : title, description);
            mr.unpreparedReads = unprepared;
            target.mergeRequests.add(mr);
            return mr;
        });
    }
}
