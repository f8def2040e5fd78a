package io.kanilint.shell;

import io.kanilint.text.Source;
import java.util.Optional;

/** Where scripts are read from that a script runs. */
@FunctionalInterface
public interface ScriptFiles {
    ScriptFiles NONE = _ -> Optional.empty();

    /** A file by its path from the folder in which the script starts, or empty if there is none. */
    Optional<Source> read(String path);
}
