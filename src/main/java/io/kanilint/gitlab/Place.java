package io.kanilint.gitlab;

import org.jspecify.annotations.Nullable;

/** Where a thread is pinned. */
public sealed interface Place {
    /**
     * A line of the diff, counted from 1. GitLab wants only {@code newLine} for an added line, only {@code oldLine}
     * for a removed one and both for an unchanged one, or answers 400 (GitLab's discussions API; {@link #onLine} gets
     * it right). Both paths are needed, also for a new file. A file that is not in the diff cannot carry one.
     */
    record OnLine(
            DiffRefs refs,
            String oldPath,
            String newPath,
            @Nullable Integer oldLine,
            @Nullable Integer newLine) implements Place {}

    /**
     * Several lines of the diff; the thread sits under the last.
     *
     * @param last the last of them
     */
    record OnLines(OnLine last, LineCode from, LineCode to) implements Place {}

    /** The head of a file of the diff (GitLab 16.4 and later). */
    record OnFile(DiffRefs refs, String oldPath, String newPath) implements Place {}

    /** The merge request as a whole; the thread can be resolved. */
    record OnMergeRequest() implements Place {}

    /**
     * The place of a line of the new file. Outside of the shown hunks some servers refuse it: try {@link OnFile} then.
     *
     * @param lines the diff of this very file, which must not be {@linkplain ChangedFile#incomplete() incomplete}
     */
    static OnLine onLine(DiffRefs refs, ChangedFile file, DiffLines lines, int newLine) {
        Integer oldLine =
                lines.oldLine(newLine).isPresent() ? lines.oldLine(newLine).getAsInt() : null;
        return new OnLine(refs, file.oldPath(), file.newPath(), oldLine, newLine);
    }

    /** As {@link #onLine}, from a line above it on; all of them are to be shown by the diff. */
    static Place onLines(DiffRefs refs, ChangedFile file, DiffLines lines, int from, int to) {
        OnLine last = onLine(refs, file, lines, to);
        return from >= to
                ? last
                : new OnLines(last, LineCode.of(file.newPath(), lines, from), LineCode.of(file.newPath(), lines, to));
    }
}
