package io.kanilint.cli;

/** Which fixes are applied. */
enum FixMode {
    /** Those that keep the meaning. */
    safe,
    /** Also those that a person must look at. */
    unsafe
}
