package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.List;
import java.util.Map;

/**
 * A watched command that is run.
 *
 * @param words the program and its arguments after expansion, wrappers such as {@code time} taken off
 * @param variables what the program finds in its environment, as far as it was set in the script; names that are missing
 *     keep the value that the script was started with
 * @param span where the command is written; for text that is put together at run time, the command that runs that text
 * @param site which command of the outermost script leads here: the call of the function, {@code sh -c …}, or this itself
 * @param failed whether it ends with an error on this way
 * @param concurrent whether it runs beside others: in the background, or in a pipeline
 */
public record Call(
        List<Field> words, Map<String, Value> variables, Span span, Site site, boolean failed, boolean concurrent)
        implements Element {

    /** A stretch of the outermost script, in offsets of its text. */
    public record Site(int start, int end) {}

    public Call {
        words = List.copyOf(words);
        variables = Map.copyOf(variables);
    }

    Call makeConcurrent() {
        return new Call(words, variables, span, site, failed, true);
    }
}
