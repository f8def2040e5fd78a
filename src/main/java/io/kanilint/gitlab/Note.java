package io.kanilint.gitlab;

import org.jspecify.annotations.Nullable;

/**
 * One comment.
 *
 * @param system written by GitLab itself, about what somebody did
 * @param line the line of the diff that it sits on: GitLab takes it along to each new version of the diff until a push
 *     changes that line; null if it sits on no line
 */
public record Note(long id, long authorId, String body, boolean system, Place.@Nullable OnLine line) {}
