package io.kanilint.kaniko;

import io.kanilint.shell.Call;
import io.kanilint.shell.Value;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of the executor that makes an image. One place that is run with other words, as in a loop, is another build.
 *
 * @param inScript whether it is reached from {@code before_script} or {@code script}, not from {@code after_script}
 * @param span where the command is written
 * @param site which command of the job's own script leads to it
 * @param words the executor and its arguments, for comparing; unknown stretches as {@code ${NAME}}
 * @param number which of the job's builds it is, from 0, in the order in which they stand in the script; those of a loop in the
 *     order in which they are run
 */
public record Build(
        boolean inScript, Span span, Call.Site site, List<String> words, KanikoArguments arguments, int number) {

    public Build {
        words = List.copyOf(words);
    }

    Build numbered(int place) {
        return place == number ? this : new Build(inScript, span, site, words, arguments, place);
    }

    /** A job's builds are told apart by their numbers; comparing all of their words took most of the time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Build build
                && number == build.number
                && inScript == build.inScript
                && span.equals(build.span);
    }

    @Override
    public int hashCode() {
        return number;
    }

    /** The image references it pushes to, unknown stretches as {@code ${NAME}}. */
    public List<String> destinations() {
        return arguments.destinations().stream().map(Value::pattern).toList();
    }

    public Optional<String> dockerfile() {
        return arguments.value("dockerfile").map(Value::pattern);
    }

    public Optional<String> context() {
        return arguments.value("context").map(Value::pattern);
    }

    public Optional<String> target() {
        return arguments.value("target").map(Value::pattern);
    }
}
