package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/**
 * A word as written, before expansion.
 *
 * @param start offset of its first character in the script
 * @param end offset just past its last character
 */
public record Word(List<WordPart> parts, int start, int end) {

    public Word {
        parts = List.copyOf(parts);
    }

    /** The word's value where it holds nothing but literal text. */
    public Optional<String> literal() {
        return parts.stream().allMatch(WordPart.Literal.class::isInstance) ? Optional.of(pattern()) : Optional.empty();
    }

    /** The word without its quotes, variables left standing as {@code ${NAME}}. */
    public String pattern() {
        var pattern = new StringBuilder();
        for (WordPart part : parts) {
            switch (part) {
                case WordPart.Literal literal -> pattern.append(literal.text());
                case WordPart.Variable variable ->
                    pattern.append("${").append(variable.name()).append('}');
                case WordPart.Substitution _ -> pattern.append("$(…)");
                case WordPart.ArrayElement element ->
                    pattern.append("${").append(element.name()).append("[…]}");
                case WordPart.Arithmetic(String expression, boolean _) ->
                    pattern.append("$((").append(expression).append("))");
                case WordPart.Glob(String text) -> pattern.append(text);
                case WordPart.Braces(String text, List<Word> _) -> pattern.append(text);
                case WordPart.ProcessSubstitution(boolean output, Command.Sequence _) ->
                    pattern.append(output ? ">(…)" : "<(…)");
                case WordPart.ArrayValue _ -> pattern.append("(…)");
                case WordPart.Unknown(String text, boolean _) -> pattern.append(text);
            }
        }
        return pattern.toString();
    }

    boolean isUnquoted(String text) {
        return parts.size() == 1
                && parts.getFirst() instanceof WordPart.Literal(String literal, boolean quoted)
                && !quoted
                && literal.equals(text);
    }
}
