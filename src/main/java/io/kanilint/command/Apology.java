package io.kanilint.command;

import io.kanilint.review.Marker;

/**
 * The answer to a command that was given up. A hidden line tells it from the others: who got it still gets an answer when
 * the command is tried again.
 */
final class Apology {
    private static final String MARK = "<!-- kanilint:gave-up -->";

    private Apology() {}

    static Reply reply() {
        return Reply.refused(
                "Sorry, this could not be done. The administrator of Kanilint finds the reason in its log.\n\n" + MARK);
    }

    /** Whether a note is the one for that comment. Answers are our own words, so the line is in no other. */
    static boolean is(String body, long noteId) {
        return Marker.isAnswer(body, noteId) && body.lines().anyMatch(MARK::equals);
    }
}
