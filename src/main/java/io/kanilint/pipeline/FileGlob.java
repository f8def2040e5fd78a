package io.kanilint.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of {@code exists}, as Ruby's {@code File.fnmatch} reads it for GitLab ({@code FNM_PATHNAME},
 * {@code FNM_DOTMATCH}, {@code FNM_EXTGLOB}): only two stars that make up a whole folder name go across slashes. Patterns
 * with classes or backslashes are not tried.
 */
final class FileGlob {
    private static final int MOST_ALTERNATIVES = 50;
    private static final int LONGEST = 500;

    private final List<String> alternatives;

    private FileGlob(List<String> alternatives) {
        this.alternatives = alternatives;
    }

    /** The pattern; empty if it is one that we do not try. */
    static Optional<FileGlob> of(String pattern) {
        if (pattern.length() > LONGEST || pattern.matches("(?s).*[\\[\\\\$].*")) {
            return Optional.empty();
        }
        var alternatives = new ArrayList<String>();
        return spread(pattern, alternatives) ? Optional.of(new FileGlob(alternatives)) : Optional.empty();
    }

    /** Writes each choice of <code>{a,b}</code> out; false if there are too many. */
    private static boolean spread(String pattern, List<String> alternatives) {
        int close = pattern.indexOf('}');
        int open = close < 0 ? -1 : pattern.lastIndexOf('{', close);
        if (open < 0) {
            alternatives.add(pattern);
            return alternatives.size() <= MOST_ALTERNATIVES;
        }
        for (String choice : pattern.substring(open + 1, close).split(",", -1)) {
            String chosen = pattern.substring(0, open) + choice + pattern.substring(close + 1);
            if (!spread(chosen, alternatives)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it names one file only. */
    boolean isPath() {
        return alternatives.size() == 1 && alternatives.getFirst().chars().noneMatch(c -> c == '*' || c == '?');
    }

    /** Whether it can match files in folders: GitLab lists only the root's own files otherwise. */
    boolean isDeep() {
        return alternatives.stream().anyMatch(pattern -> pattern.contains("/") || pattern.contains("**"));
    }

    /** How many characters a path is compared with. */
    int length() {
        return alternatives.stream().mapToInt(String::length).sum();
    }

    boolean matches(String path) {
        return alternatives.stream().anyMatch(pattern -> matches(pattern, path));
    }

    /** Goes through the pattern once, keeping all places of the path that it may have come to. */
    private static boolean matches(String pattern, String path) {
        var reached = new boolean[path.length() + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            boolean startsFolder = i == 0 || pattern.charAt(i - 1) == '/';
            if (startsFolder && pattern.startsWith("**/", i)) {
                i += 2;
                folders(reached, path);
            } else if (c == '*') {
                for (int at = 1; at <= path.length(); at++) {
                    reached[at] |= reached[at - 1] && path.charAt(at - 1) != '/';
                }
            } else {
                for (int at = path.length(); at > 0; at--) {
                    char next = path.charAt(at - 1);
                    reached[at] = reached[at - 1] && (c == '?' ? next != '/' : next == c);
                }
                reached[0] = false;
            }
        }
        return reached[path.length()];
    }

    /** Any number of whole folders, none included. */
    private static void folders(boolean[] reached, String path) {
        boolean before = false;
        for (int at = 0; at <= path.length(); at++) {
            boolean behindSlash = before && path.charAt(at - 1) == '/';
            before |= reached[at];
            reached[at] |= behindSlash;
        }
    }
}
