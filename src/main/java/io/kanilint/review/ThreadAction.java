package io.kanilint.review;

import io.kanilint.finding.Finding;

/** What is to be done to the bot's threads of a merge request. Each can be done again without harm. */
sealed interface ThreadAction {

    /** A new thread for a finding that has none. */
    record Open(Finding finding) implements ThreadAction {}

    /** A thread whose finding is still there and reads differently now. */
    record Rewrite(BotThread thread, Finding finding) implements ThreadAction {}

    /** A thread whose finding is gone. */
    record Resolve(BotThread thread) implements ThreadAction {}

    /** A thread whose finding the bot had called gone, and which is back. */
    record Reopen(BotThread thread) implements ThreadAction {}
}
