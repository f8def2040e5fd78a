package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Expands the words of {@code [[ … ]]} and the patterns of {@code case}. */
final class Tokens {
    private static final Pattern SPECIAL = Pattern.compile("[*?\\[\\]\\\\]");

    private final Expander expander;

    Tokens(Expander expander) {
        this.expander = expander;
    }

    List<Conditions.Token> of(Command.Test test, State state, Context context) {
        var tokens = new ArrayList<Conditions.Token>();
        for (Word word : test.words()) {
            boolean regex = !tokens.isEmpty() && tokens.getLast().is("=~");
            tokens.add(
                    regex
                            ? new Conditions.Token(escaped(word, RegularExpression::quoted, state, context), true)
                            : of(word, state, context));
        }
        return tokens;
    }

    /** Patterns can also come from variables without quotes. */
    Conditions.Token of(Word word, State state, Context context) {
        boolean pattern = word.parts().stream()
                .anyMatch(part -> part instanceof WordPart.Glob
                        || (isExpansion(part) && isPattern(value(part, word, state, context))));
        return pattern
                ? new Conditions.Token(
                        escaped(word, text -> SPECIAL.matcher(text).replaceAll("\\\\$0"), state, context), true)
                : new Conditions.Token(
                        expander.value(word, state, context).getFirst().result(), false);
    }

    private static boolean isExpansion(WordPart part) {
        return !part.quoted() && (part instanceof WordPart.Variable || part instanceof WordPart.ArrayElement);
    }

    private static boolean isPattern(Value value) {
        return value.known().filter(text -> SPECIAL.matcher(text).find()).isPresent();
    }

    /** What is quoted in a pattern stands for itself. */
    private Value escaped(Word word, UnaryOperator<String> escape, State state, Context context) {
        Value all = Value.EMPTY;
        for (WordPart part : word.parts()) {
            Value value = value(part, word, state, context);
            boolean literal = part.quoted();
            all = all.plus(literal ? value.known().map(escape).map(Value::of).orElse(value) : value);
        }
        return all;
    }

    private Value value(WordPart part, Word word, State state, Context context) {
        return expander.value(new Word(List.of(part), word.start(), word.end()), state, context)
                .getFirst()
                .result();
    }
}
