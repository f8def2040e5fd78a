package io.kanilint.command;

/**
 * What to answer.
 *
 * @param done whether what was asked for is done
 * @param text Markdown of our own words only: nothing that people or a repository wrote
 */
record Reply(boolean done, String text) {
    static Reply done(String text) {
        return new Reply(true, text);
    }

    static Reply refused(String text) {
        return new Reply(false, text);
    }
}
