package io.kanilint.review;

import io.kanilint.finding.Finding;

/** What is to be done to the bot's threads of a merge request. Each can be done again without harm. */
sealed interface ThreadAction {

    /** A new thread for a finding that has none. */
    record Open(Finding finding) implements ThreadAction {}

    /** A thread whose finding is still there and reads differently now. */
    record Rewrite(BotThread thread, Finding finding) implements ThreadAction {}

    /**
     * A thread whose finding is no matter of the merge request any more.
     *
     * @param why what to say about it
     */
    record Resolve(BotThread thread, Reason why) implements ThreadAction {}

    /** A thread whose finding was gone and is back. */
    record Reopen(BotThread thread) implements ThreadAction {}

    /** Why a thread is resolved. */
    enum Reason {
        GONE("This is no longer found at %s."),
        UNTOUCHED("This merge request no longer changes it (%s)."),
        IGNORED("The rule of this is ignored in this merge request (%s)."),
        DISMISSED("An administrator of Kanilint put this aside for the whole project (%s)."),
        DOUBLE("There is another thread for this (%s).");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        String at(String commit) {
            return words.formatted(commit);
        }
    }
}
