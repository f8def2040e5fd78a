package io.kanilint.gitlab;

/** One comment. {@code system} marks those that GitLab writes itself ("added 2 commits"). */
public record Note(long id, long authorId, String body, boolean system) {}
