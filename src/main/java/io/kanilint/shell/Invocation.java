package io.kanilint.shell;

import java.util.List;

/**
 * A command with its words expanded.
 *
 * @param command where it is written
 */
record Invocation(Command.Simple command, List<Field> words) {

    Invocation with(List<Field> changed) {
        return new Invocation(command, changed);
    }

    /** A word's text, if it is one word and known. */
    String word(int index) {
        return index < words.size() ? words.get(index).known().orElse("") : "";
    }
}
