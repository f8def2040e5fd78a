package io.kanilint.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden last lines by which the bot knows its own notes again. GitLab keeps HTML comments and shows none. Elsewhere in
 * a note they are text from a repository.
 */
public final class Marker {
    private static final Pattern FINDING = Pattern.compile("(?s).*\n<!-- kanilint:finding=([0-9a-f]{32}) -->\\s*");
    private static final Pattern ANSWER = Pattern.compile("(?s).*\n<!-- kanilint:answer=\\d+ -->\\s*");
    private static final String SUMMARY = "<!-- kanilint:summary -->";
    private static final String GONE = "<!-- kanilint:gone -->";

    private static final String EVIDENCE = "<!-- kanilint:evidence -->";

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

    /**
     * An answer to a command.
     *
     * @param noteId the comment that is answered
     */
    public static String answer(String text, long noteId) {
        return text + "\n\n" + answerMark(noteId);
    }

    /** Whether a note answers that comment. */
    public static boolean isAnswer(String body, long noteId) {
        return body.strip().endsWith("\n" + answerMark(noteId));
    }

    /** Whether it answers any comment. */
    static boolean isAnswer(String body) {
        return ANSWER.matcher(body).matches();
    }

    private static String answerMark(long noteId) {
        return "<!-- kanilint:answer=" + noteId + " -->";
    }

    static String summary(String text) {
        return text + "\n\n" + SUMMARY;
    }

    static boolean isSummary(String body) {
        return body.strip().endsWith("\n" + SUMMARY);
    }

    static String evidence(String text) {
        return text + "\n\n" + EVIDENCE;
    }

    static boolean isEvidence(String body) {
        return body.strip().endsWith("\n" + EVIDENCE);
    }
}
