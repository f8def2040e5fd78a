package io.kanilint.shell;

import org.jspecify.annotations.Nullable;

/** A part of a word. Parts in quotes are neither split into fields nor matched against file names. */
public sealed interface WordPart {

    boolean quoted();

    /** Text that stands for itself, quotes and backslashes removed. */
    record Literal(String text, boolean quoted) implements WordPart {}

    /**
     * {@code $name}, {@code ${name}}, {@code ${name<operator>argument}}; positional and special parameters too.
     *
     * @param operator such as {@code :-} or {@code %%}; empty for a plain expansion; {@code #} for a length
     */
    record Variable(String name, String operator, @Nullable Word argument, boolean quoted) implements WordPart {}

    /** {@code $(…)} or backquotes: what the commands print. */
    record Substitution(Command.Sequence body, boolean quoted) implements WordPart {}

    /** Something whose value is not worked out: arithmetic, process substitution, a glob. */
    record Unknown(String text, boolean quoted) implements WordPart {}
}
