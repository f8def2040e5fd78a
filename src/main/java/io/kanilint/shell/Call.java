package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A watched command that is run.
 *
 * @param words the program and its arguments after expansion, wrappers such as {@code time} taken off
 * @param variables what the program finds in its environment, as far as it was set in the script; names that are missing
 *     keep the value that the script was started with
 * @param span where the command is written; for text that is put together at run time, the command that runs that text
 * @param site which command of the outermost script leads here: the call of the function, {@code sh -c …}, or this itself
 * @param failed whether it ends with an error on this way
 * @param either whether it may as well end the other way: two ways that differ in nothing else are one
 * @param concurrent whether it runs beside others: in the background, or in a pipeline
 */
public record Call(
        List<Field> words,
        Map<String, Value> variables,
        Span span,
        Site site,
        boolean failed,
        boolean either,
        boolean concurrent)
        implements Element {

    static final String IF_EXPORTED = " if exported: ";

    /** A variable that was set in the script for programs, too: not one that is exported only if the project had it. */
    public Optional<Value> variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .filter(value -> !value.pattern().startsWith("${" + name + IF_EXPORTED));
    }

    /** A stretch of the outermost script, in offsets of its text. */
    public record Site(int start, int end) {}

    public Call {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    /** Cheap: calls differ in their place; a hash over all words and variables took most of the time. */
    @Override
    public int hashCode() {
        return site.hashCode() * 2 + (failed ? 1 : 0);
    }

    Call makeConcurrent() {
        return new Call(words, variables, span, site, failed, either, true);
    }

    /** The same with either end, told as the good one. */
    Call makeEither() {
        return new Call(words, variables, span, site, false, true, concurrent);
    }
}
