package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/**
 * A command with its words expanded.
 *
 * @param command where it is written
 * @param input what it reads from standard input, if that is known
 */
record Invocation(Command.Simple command, List<Field> words, Optional<Value> input) {

    Invocation with(List<Field> changed) {
        return new Invocation(command, changed, input);
    }

    /** A word's text, if it is one word and known. */
    String word(int index) {
        return index < words.size() ? words.get(index).known().orElse("") : "";
    }
}
