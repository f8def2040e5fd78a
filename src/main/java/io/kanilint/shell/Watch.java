package io.kanilint.shell;

import java.util.List;

/** Tells which commands matter. */
@FunctionalInterface
public interface Watch {

    /** Whether to note a command that is run with these words. */
    boolean watches(List<Field> words);
}
