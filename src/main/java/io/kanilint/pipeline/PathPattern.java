package io.kanilint.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A path with wildcards, as in {@code include:local}: {@code *} stands for anything within a folder, {@code **} for
 * anything (GitLab's {@code search_files_by_wildcard_path}).
 */
record PathPattern(String text) {
    private static final int MOST_WILDCARDS = 8;
    private static final int LONGEST = 500;

    boolean hasWildcards() {
        return text.indexOf('*') >= 0;
    }

    /** Whether it is cheap enough to be tried on many paths. */
    private boolean isSimple() {
        return text.length() <= LONGEST
                && text.replaceAll("[^*]|\\*(?=\\*)", "").length() <= MOST_WILDCARDS;
    }

    /** The files that it matches, in the order of their paths; empty if they cannot be found. */
    Optional<List<String>> among(FileSearch files) {
        int folderEnd = text.lastIndexOf('/', text.indexOf('*'));
        String folder = text.substring(0, Math.max(0, folderEnd));
        boolean deep = text.indexOf("**", folderEnd + 1) >= 0 || text.indexOf('/', folderEnd + 1) >= 0;
        return isSimple() ? files.matching(folder, deep, text.length(), this::matches) : Optional.empty();
    }

    /** Goes through the pattern once, keeping all places of the path that it may have come to. */
    boolean matches(String path) {
        var reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*') {
                boolean acrossFolders = i + 1 < text.length() && text.charAt(i + 1) == '*';
                i += acrossFolders ? 1 : 0;
                for (int at = 1; at <= path.length(); at++) {
                    reached[at] |= reached[at - 1] && (acrossFolders || path.charAt(at - 1) != '/');
                }
            } else {
                for (int at = path.length(); at > 0; at--) {
                    reached[at] = reached[at - 1] && path.charAt(at - 1) == c;
                }
                reached[0] = false;
            }
        }
        return reached[path.length()];
    }
}
