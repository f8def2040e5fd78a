package io.kanilint.gitlab;

import java.util.List;

/**
 * A thread on a merge request, which GitLab's API calls a discussion.
 *
 * @param resolvable false for a plain comment without replies
 * @param resolved whether all that can be resolved in it is
 * @param notes at least one, oldest first
 */
public record DiscussionThread(String id, boolean resolvable, boolean resolved, List<Note> notes) {
    public DiscussionThread {
        notes = List.copyOf(notes);
    }
}
