package io.kanilint.cli;

import io.kanilint.report.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a result goes. The whole text is made before the first of it is written: a file is complete, or not touched.
 *
 * @param name a file; without it, standard output
 */
record ResultFile(Terminal terminal, Optional<String> name, List<Subject> subjects) {

    ResultFile {
        name.ifPresent(file -> check(file, terminal, subjects));
    }

    /** Only a terminal gets colours. */
    Style style() {
        return name.isPresent() ? Style.PLAIN : terminal.style();
    }

    void write(String text) {
        if (name.isEmpty()) {
            terminal.out().print(text);
            return;
        }
        try {
            Files.writeString(Inputs.path(terminal.folder(), name.get()), text);
        } catch (IOException e) {
            throw unwritable(name.get(), e);
        }
    }

    private static void check(String name, Terminal terminal, List<Subject> subjects) {
        Path file = Inputs.path(terminal.folder(), name);
        try {
            for (Subject subject : subjects) {
                Path input = terminal.folder().resolve(subject.files().ciPath());
                if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                    throw new InputException("--output would overwrite %s, which is checked".formatted(name));
                }
            }
        } catch (IOException e) {
            throw unwritable(name, e);
        }
    }

    private static InputException unwritable(String name, IOException e) {
        return new InputException("%s cannot be written: %s".formatted(name, Inputs.reason(e)));
    }
}
