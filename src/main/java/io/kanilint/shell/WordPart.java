package io.kanilint.shell;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a word. Parts in quotes are neither split into fields nor matched against file names. */
public sealed interface WordPart {

    /** Whether it stands in quotes; what cannot stand in quotes says no. */
    default boolean quoted() {
        return false;
    }

    /** Text that stands for itself, quotes and backslashes removed. A tilde at a word's beginning is left standing. */
    record Literal(String text, boolean quoted) implements WordPart {}

    /**
     * {@code $name}, {@code ${name}}, {@code ${name<operator>argument}}; positional and special parameters too.
     *
     * @param operator such as {@code :-} or {@code %%}; empty for a plain expansion; {@code #} without an argument for a
     *     length
     * @param argument null for a plain expansion and for a length
     */
    record Variable(String name, String operator, @Nullable Word argument, boolean quoted) implements WordPart {}

    /**
     * {@code ${name[index]}}, operators as in {@link Variable}.
     *
     * @param index as written, often {@code @} or {@code *}
     */
    record ArrayElement(
            String name,
            String index,
            String operator,
            @Nullable Word argument,
            boolean quoted) implements WordPart {}

    /** {@code $(…)} or backquotes: what the commands print. */
    record Substitution(Command.Sequence body, boolean quoted) implements WordPart {}

    /** {@code $((…))} or {@code $[…]}. */
    record Arithmetic(String expression, boolean quoted) implements WordPart {}

    /** A stretch of a pattern of file names, as written: {@code *}, {@code ?}, {@code [a-z]}, {@code @(a|b)}. */
    record Glob(String text) implements WordPart {}

    /**
     * <code>{a,b}</code> or <code>{1..3}</code>; shells other than Bash take the text as it is.
     *
     * @param text as written
     */
    record Braces(String text, List<Word> alternatives) implements WordPart {
        public Braces {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** {@code <(…)} or {@code >(…)}: a file's name. */
    record ProcessSubstitution(boolean output, Command.Sequence body) implements WordPart {}

    /** {@code (…)} behind the {@code =} of an assignment or of an argument of {@code declare}. */
    record ArrayValue(List<Word> elements) implements WordPart {
        public ArrayValue {
            elements = List.copyOf(elements);
        }
    }

    /** Something whose value is not worked out, as written. */
    record Unknown(String text, boolean quoted) implements WordPart {}
}
