package io.kanilint.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hidden lines by which the bot knows its own notes again. GitLab keeps HTML comments and shows none. */
final class Marker {
    private static final Pattern FINDING = Pattern.compile("<!-- kanilint:finding=([0-9a-f]{32}) -->");
    private static final String GONE = "<!-- kanilint:gone -->";

    private Marker() {}

    static String finding(String fingerprint) {
        return "<!-- kanilint:finding=" + fingerprint + " -->";
    }

    /** The fingerprint that a note was written for. */
    static Optional<String> fingerprint(String body) {
        Matcher marker = FINDING.matcher(body);
        return marker.find() ? Optional.of(marker.group(1)) : Optional.empty();
    }

    static String gone(String text) {
        return text + "\n\n" + GONE;
    }

    static boolean isGone(String body) {
        return body.contains(GONE);
    }
}
