package io.kanilint.kaniko;

import io.kanilint.shell.Command;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One run of the executor that makes an image.
 *
 * @param inScript whether it stands in {@code before_script} or {@code script}, not in {@code after_script}
 * @param command the command as the shell reads it
 * @param span where that is written
 * @param number which of the job's builds it is, from 0, in the order in which they are written
 */
public record Build(boolean inScript, Command.Simple command, Span span, Arguments arguments, int number) {

    /** The image references it pushes to, variables left as {@code ${NAME}}. */
    public List<String> destinations() {
        return arguments.values("destination", "d");
    }

    public Optional<String> dockerfile() {
        return arguments.value("dockerfile", "f");
    }

    public Optional<String> context() {
        return arguments.value("context", "c");
    }

    public Optional<String> target() {
        return arguments.value("target", "");
    }

    /** Whether it empties the file system after itself. */
    public boolean cleansUp() {
        return arguments.isSet("cleanup");
    }
}
