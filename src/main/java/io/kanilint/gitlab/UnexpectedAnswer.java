package io.kanilint.gitlab;

/** A success whose body is not what the API promises; not an IOException, as the connection was fine. */
final class UnexpectedAnswer extends RuntimeException {
    UnexpectedAnswer(String missing) {
        super("the answer lacks " + missing);
    }
}
