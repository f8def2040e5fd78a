package io.kanilint.kaniko;

/** To a question that a file may leave open. */
public enum Answer {
    YES,
    NO,
    UNKNOWN;

    static Answer of(boolean yes) {
        return yes ? YES : NO;
    }
}
