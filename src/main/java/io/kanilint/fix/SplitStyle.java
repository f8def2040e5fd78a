package io.kanilint.fix;

/** How a project wants its builds to be parted where both ways are as good. */
public enum SplitStyle {
    /** A job of its own for each image. */
    JOBS,
    /** One job with a {@code parallel: matrix:}. */
    MATRIX
}
