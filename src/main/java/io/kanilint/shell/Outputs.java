package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/** What commands print, for the few whose output follows from their words. */
final class Outputs {
    static final Optional<Value> NOTHING_KNOWN = Optional.empty();

    private final Expander expander;

    Outputs(Expander expander) {
        this.expander = expander;
    }

    /** The output without line breaks at its end; a value may have unknown stretches. */
    Optional<Value> of(Command command, State state, Context context) {
        return switch (command) {
            case Command.Simple simple when simple.redirections().isEmpty() -> ofSimple(simple, state, context);
            case Command.Sequence sequence
            when sequence.items().size() == 1 && !sequence.items().getFirst().background() ->
                of(sequence.items().getFirst().command(), state, context);
            default -> NOTHING_KNOWN;
        };
    }

    private Optional<Value> ofSimple(Command.Simple simple, State state, Context context) {
        String name = simple.name().orElse("");
        boolean known = switch (name) {
            case "echo", "printf", "basename", "dirname" ->
                !state.env().functions().contains(name);
            default -> false;
        };
        boolean runsCommands = simple.words().stream().anyMatch(Outputs::substitutes);
        if (!known || runsCommands) {
            return NOTHING_KNOWN;
        }
        List<Field> fields =
                expander.fields(simple.words(), state, context).getFirst().result();
        if (fields.stream().anyMatch(Field::many)) {
            return NOTHING_KNOWN;
        }
        List<Value> words = fields.stream().skip(1).map(Field::value).toList();
        return switch (name) {
            case "echo" -> echo(words);
            case "printf" -> printf(words);
            case "basename" -> basename(words);
            default -> dirname(words);
        };
    }

    private static boolean substitutes(Word word) {
        return word.parts().stream()
                .anyMatch(
                        part -> part instanceof WordPart.Substitution || part instanceof WordPart.ProcessSubstitution);
    }

    private static Optional<Value> echo(List<Value> words) {
        List<Value> texts =
                !words.isEmpty() && words.getFirst().equals(Value.of("-n")) ? words.subList(1, words.size()) : words;
        boolean plain = texts.stream()
                .noneMatch(
                        text -> text.pattern().startsWith("-") || text.pattern().contains("\\"));
        return plain ? Optional.of(joined(texts, " ")) : NOTHING_KNOWN;
    }

    private static Optional<Value> printf(List<Value> words) {
        if (words.isEmpty()) {
            return NOTHING_KNOWN;
        }
        List<Value> rest = words.subList(1, words.size());
        return switch (words.getFirst().known().orElse("%")) {
            case "%s" -> Optional.of(joined(rest, ""));
            case "%s\\n" -> Optional.of(joined(rest, "\n"));
            case "%s " -> Optional.of(joined(rest, " "));
            case String format
            when rest.isEmpty() && !format.contains("%") && !format.contains("\\") -> Optional.of(Value.of(format));
            default -> NOTHING_KNOWN;
        };
    }

    private static Optional<Value> basename(List<Value> words) {
        return words.size() == 1
                ? words.getFirst().known().map(path -> Value.of(path.substring(path.lastIndexOf('/') + 1)))
                : NOTHING_KNOWN;
    }

    private static Optional<Value> dirname(List<Value> words) {
        return words.size() == 1
                ? words.getFirst().known().map(path -> {
                    int slash = path.lastIndexOf('/');
                    return Value.of(slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash));
                })
                : NOTHING_KNOWN;
    }

    private static Value joined(List<Value> words, String separator) {
        Value all = Value.EMPTY;
        for (int i = 0; i < words.size(); i++) {
            all = (i == 0 ? all : all.plus(Value.of(separator))).plus(words.get(i));
        }
        return all;
    }
}
