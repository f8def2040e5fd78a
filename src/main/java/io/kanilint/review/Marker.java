package io.kanilint.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden last lines by which the bot knows its own notes again. GitLab keeps HTML comments and shows none. Elsewhere in
 * a note they are text from a repository.
 */
final class Marker {
    private static final Pattern FINDING = Pattern.compile("(?s).*\n<!-- kanilint:finding=([0-9a-f]{32}) -->\\s*");
    private static final String SUMMARY = "<!-- kanilint:summary -->";
    private static final String GONE = "<!-- kanilint:gone -->";

    private Marker() {}

    static String finding(String fingerprint) {
        return "<!-- kanilint:finding=" + fingerprint + " -->";
    }

    /** The fingerprint that a note was written for. */
    static Optional<String> fingerprint(String body) {
        Matcher marker = FINDING.matcher(body);
        return marker.matches() ? Optional.of(marker.group(1)) : Optional.empty();
    }

    static String gone(String text) {
        return text + "\n\n" + GONE;
    }

    static boolean isGone(String body) {
        return body.strip().endsWith("\n" + GONE);
    }

    static String summary(String text) {
        return text + "\n\n" + SUMMARY;
    }

    static boolean isSummary(String body) {
        return body.strip().endsWith("\n" + SUMMARY);
    }
}
