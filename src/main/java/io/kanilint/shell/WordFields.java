package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Puts the parts of a word, each expanded, together to the fields that it gives. */
final class WordFields {
    private static final Pattern KEYS = Pattern.compile("\\$\\{!\\w+\\[[@*]]}");

    private final Arrays arrays;
    private final Budget budget;

    WordFields(Arrays arrays, Budget budget) {
        this.arrays = arrays;
        this.budget = budget;
    }

    /**
     * The fields of a word.
     *
     * @param values what each of its parts came to
     */
    List<Field> of(Word word, List<Value> values, State state, Context context) {
        var builder = new FieldBuilder(Separators.of(state.env()));
        boolean holdsArguments = word.parts().stream()
                .anyMatch(part -> (part instanceof WordPart.Variable variable && isArguments(variable))
                        || (part instanceof WordPart.ArrayElement element && Arrays.isAll(element)));
        for (int i = 0; i < values.size(); i++) {
            WordPart part = word.parts().get(i);
            Value value = state.knowledge().resolve(values.get(i));
            switch (part) {
                // In "$@" the quotes alone make no field.
                case WordPart.Literal(String text, _) when text.isEmpty() && holdsArguments -> {}
                case WordPart.Literal _ -> builder.add(value);
                case WordPart.Glob(String text) -> builder.addGlob(text);
                case WordPart.Variable variable
                when isArguments(variable) -> builder.addFields(joinable(arguments(variable, state), word));
                case WordPart.ArrayElement element
                when Arrays.isAll(element) -> {
                    List<Field> fields = arrays.fields(element, state, context);
                    builder.addFields(joinable(element.quoted() ? fields : split(fields, state), word));
                }
                case WordPart.Unknown(String text, boolean _)
                when KEYS.matcher(text).matches() -> builder.addFields(keys(text, value, state));
                case WordPart.Braces braces -> builder.addGlob(braces.text());
                case WordPart.Unknown(String text, _)
                when text.matches("(?s).*(@|\\[[@*]])}") -> builder.addFields(List.of(new Field(value, true)));
                case WordPart other -> {
                    if (other.quoted()) {
                        builder.add(value);
                    } else {
                        builder.addSplit(value);
                    }
                }
            }
        }
        return builder.all();
    }

    /** The indices of an array: one for each of its elements. */
    private static List<Field> keys(String text, Value unknown, State state) {
        String name = text.substring(3, text.length() - 4);
        if (!state.env().arrays().contains(name)) {
            return List.of(new Field(unknown, true));
        }
        return state.env().array(name).stream()
                .map(element -> new Field(unknown.plus(element.value()), element.many()))
                .toList();
    }

    private static boolean isArguments(WordPart.Variable variable) {
        return variable.operator().isEmpty()
                && (variable.name().equals("@") || (variable.name().equals("*") && !variable.quoted()));
    }

    private static List<Field> arguments(WordPart.Variable variable, State state) {
        List<Field> arguments = state.env().arguments();
        return variable.quoted() ? arguments : split(arguments, state);
    }

    /** Of any number of fields, nobody knows which ones the text around them joins. */
    private List<Field> joinable(List<Field> fields, Word word) {
        boolean alone = word.parts().stream().filter(part -> !isEmpty(part)).count() == 1;
        return alone || fields.stream().noneMatch(Field::many) ? fields : List.of(new Field(budget.fresh("$@"), true));
    }

    private static boolean isEmpty(WordPart part) {
        return part instanceof WordPart.Literal(String text, boolean _) && text.isEmpty();
    }

    private static List<Field> split(List<Field> fields, State state) {
        var all = new ArrayList<Field>();
        for (Field field : fields) {
            if (field.many()) {
                all.add(field);
            } else {
                var builder = new FieldBuilder(Separators.of(state.env()));
                builder.addSplit(field.value());
                all.addAll(builder.all());
            }
        }
        return all;
    }
}
