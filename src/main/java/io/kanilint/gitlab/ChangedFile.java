package io.kanilint.gitlab;

/**
 * A file that a merge request changes.
 *
 * @param oldPath path before; the same as {@code newPath} unless renamed
 * @param diff unified hunks as {@link DiffLines} reads them, without the header of file names
 * @param incomplete the diff is missing, cut off, or perhaps so: GitLab collapsed it or found it too large
 *     (measured: from about 20 KB, GitLab issue 414389), or it is empty and the server is too old to say why. Compare
 *     the two versions of the file instead.
 */
public record ChangedFile(
        String oldPath,
        String newPath,
        boolean added,
        boolean deleted,
        boolean renamed,
        String diff,
        boolean incomplete) {}
