package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out Bash's arrays: one element, all of them, their number, a stretch of them. */
final class Arrays {
    private static final Pattern STRETCH = Pattern.compile("\\s*(\\d{1,4})(?:\\s*:\\s*(\\d{1,4}))?\\s*");

    private final Expander expander;
    private final Budget budget;

    Arrays(Expander expander, Budget budget) {
        this.expander = expander;
        this.budget = budget;
    }

    /** Whether this stands for all elements, each a field of its own. */
    static boolean isAll(WordPart.ArrayElement element) {
        boolean each = element.index().equals("@") || (element.index().equals("*") && !element.quoted());
        return each && !isCount(element);
    }

    private static boolean isCount(WordPart.ArrayElement element) {
        return element.operator().equals("#") && element.argument() == null;
    }

    /** What a name holds, as an array; one element if it is a plain variable. Empty if it is not known. */
    private static Optional<List<Field>> all(String name, State state) {
        List<Field> array = state.env().arrays().get(name);
        if (array != null) {
            return Optional.of(array);
        }
        Optional<Value> plain = state.env().value(name);
        if (plain.isEmpty()) {
            return Optional.of(List.of());
        }
        return plain.filter(Value::isKnown).map(value -> List.of(Field.of(value)));
    }

    List<Field> fields(WordPart.ArrayElement element, State state, Context context) {
        Optional<List<Field>> all = all(element.name(), state);
        if (all.isEmpty()) {
            return unknown(element);
        }
        Value argument = argument(element.argument(), state, context);
        return switch (element.operator()) {
            case "" -> all.get();
            case ":" -> stretch(all.get(), argument).orElseGet(() -> unknown(element));
            case "-", ":-" -> all.get().isEmpty() ? List.of(Field.of(argument)) : all.get();
            case "+", ":+" -> all.get().isEmpty() ? List.of() : List.of(Field.of(argument));
            case String operator -> each(all.get(), element, operator, argument);
        };
    }

    private List<Field> each(List<Field> fields, WordPart.ArrayElement element, String operator, Value argument) {
        var changed = new ArrayList<Field>();
        for (Field field : fields) {
            if (field.many()) {
                return unknown(element);
            }
            changed.add(Field.of(Parameters.apply(element.name(), Optional.of(field.value()), operator, argument)));
        }
        return changed;
    }

    private List<Field> unknown(WordPart.ArrayElement element) {
        return List.of(new Field(budget.fresh(element.name()), true));
    }

    private static Optional<List<Field>> stretch(List<Field> fields, Value argument) {
        Matcher stretch = STRETCH.matcher(argument.known().orElse("?"));
        if (!stretch.matches() || fields.stream().anyMatch(Field::many)) {
            return Optional.empty();
        }
        int start = Math.min(Integer.parseInt(stretch.group(1)), fields.size());
        int count = stretch.group(2) == null ? fields.size() : Integer.parseInt(stretch.group(2));
        return Optional.of(fields.subList(start, Math.min(start + count, fields.size())));
    }

    private Value argument(@Nullable Word argument, State state, Context context) {
        return expander.value(argument, state, context).getFirst().result();
    }

    /** The text of an element, of all of them joined, or their number. */
    Value value(WordPart.ArrayElement element, State state, Context context) {
        Word argument = element.argument();
        boolean each = isEach(element);
        if (argument == null) {
            return value(element, state);
        }
        Optional<List<Field>> all = counted(element.name(), state);
        Optional<Long> index = index(element, state);
        if (each || all.isEmpty() || index.isEmpty()) {
            return each && all.isPresent() ? joined(fields(element, state, context), state) : unknownElement(element);
        }
        Optional<Value> one = element(all.get(), index.get());
        return Parameters.apply(element.name(), one, element.operator(), argument(argument, state, context));
    }

    /** The same without an argument behind an operator. */
    Value value(WordPart.ArrayElement element, State state) {
        Optional<List<Field>> all = counted(element.name(), state);
        if (all.isEmpty()) {
            return unknownElement(element);
        }
        if (isEach(element)) {
            return isCount(element) ? Value.of(String.valueOf(all.get().size())) : joined(all.get(), state);
        }
        return index(element, state)
                .map(index -> Parameters.apply(element.name(), element(all.get(), index), element.operator(), null))
                .orElseGet(() -> unknownElement(element));
    }

    private static boolean isEach(WordPart.ArrayElement element) {
        return element.index().equals("@") || element.index().equals("*");
    }

    private static Optional<List<Field>> counted(String name, State state) {
        return all(name, state).filter(fields -> fields.stream().noneMatch(Field::many));
    }

    private Optional<Long> index(WordPart.ArrayElement element, State state) {
        return expander.arithmetic(element.index(), state)
                .known()
                .filter(number -> number.matches("-?\\d{1,6}"))
                .map(Long::valueOf);
    }

    private Value unknownElement(WordPart.ArrayElement element) {
        return budget.fresh(element.name() + "[" + element.index() + "]");
    }

    private Value joined(List<Field> fields, State state) {
        String joint = Separators.of(state.env()).map(Separators::joint).orElse(" ");
        Value joined = Value.EMPTY;
        for (int i = 0; i < fields.size(); i++) {
            joined = (i == 0 ? joined : joined.plus(Value.of(joint)))
                    .plus(fields.get(i).value());
        }
        return joined;
    }

    /** An element of an array that there is. */
    Optional<Value> element(String name, int index, State state) {
        List<Field> fields = state.env().array(name);
        return fields.stream().anyMatch(Field::many)
                ? Optional.of(budget.fresh(name + "[" + index + "]"))
                : element(fields, index);
    }

    private static Optional<Value> element(List<Field> fields, long index) {
        long place = index < 0 ? fields.size() + index : index;
        return place >= 0 && place < fields.size()
                ? Optional.of(fields.get((int) place).value())
                : Optional.empty();
    }
}
