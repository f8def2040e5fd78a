package io.kanilint.command;

/** How far a command has come. */
public sealed interface Progress {
    /** It was nothing to answer. */
    record NotForUs(String reason) implements Progress {}

    /** It was understood, and nothing is written in shadow mode. */
    record Recorded(String command) implements Progress {}

    /**
     * It was answered.
     *
     * @param command its name
     * @param outcome what the answer says
     */
    record Answered(String command, String outcome) implements Progress {}

    /**
     * The merge request has to be reviewed first; the answer says what came of that.
     *
     * @param ciPath where the project keeps its CI file
     */
    record NeedsReview(String command, String ciPath) implements Progress {}
}
