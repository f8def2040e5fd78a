package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of one merge request's diff, oldest first: one for each push or new target branch. */
final class DiffVersions {

    final List<DiffVersion> all = new ArrayList<>();
    private final Project project;
    private final int iid;

    DiffVersions(Project project, int iid) {
        this.project = project;
        this.iid = iid;
    }

    /** Compares the branches as they are now. */
    void add(MergeRequest.Branches branches) {
        String head = branches.source().head(branches.sourceBranch());
        var repository = project.repository;
        repository.fetch(branches.source().repository, head);
        repository.move("refs/merge-requests/" + iid + "/head", head);
        var base = repository.get(repository.mergeBase(branches.targetBranch(), head));
        all.add(DiffVersion.of(
                project.world.nextId(),
                base,
                repository.get(branches.targetBranch()),
                repository.get(head),
                project.world.now()));
    }

    DiffVersion last() {
        return all.getLast();
    }

    Optional<DiffVersion> of(Position position) {
        return all.reversed().stream()
                .filter(version -> version.matches(position))
                .findFirst();
    }
}
