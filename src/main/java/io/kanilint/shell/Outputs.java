package io.kanilint.shell;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What commands print, for the few whose output follows from their words. */
final class Outputs {
    private final Budget budget;

    Outputs(Budget budget) {
        this.budget = budget;
    }

    /** Runs a command that only prints; empty if it is another. */
    Optional<List<State>> run(Invocation invocation, State state) {
        boolean prints = switch (invocation.word(0)) {
            case "echo", "printf", "basename", "dirname", "seq" -> true;
            case "cat" -> invocation.words().size() == 1;
            case "tr" -> invocation.words().size() == 3;
            default -> false;
        };
        if (!prints) {
            return Optional.empty();
        }
        Streams streams = Streams.of(state);
        boolean translates = invocation.word(0).equals("tr");
        if (invocation.word(0).equals("cat") || translates) {
            Value text = (translates
                            ? streams.input().flatMap(input -> Translation.of(invocation, input))
                            : streams.input())
                    .orElseGet(() -> budget.fresh("$(…)"));
            Optional<Value> left = streams.input().map(_ -> Value.EMPTY);
            return Optional.of(
                    List.of(streams.print(text).reading(left).in(state).ok()));
        }
        boolean assigns =
                invocation.word(0).equals("printf") && invocation.word(1).equals("-v");
        if (!assigns && !streams.kept()) {
            return Optional.of(List.of(state.ok()));
        }
        int first = assigns ? 3 : 1;
        Value text =
                text(invocation, Math.min(first, invocation.words().size())).orElseGet(() -> budget.fresh("$(…)"));
        return Optional.of(List.of(
                assigns
                        ? state.with(state.env().set(invocation.word(2), text)).ok()
                        : streams.print(text).in(state).ok()));
    }

    private static Optional<Value> text(Invocation invocation, int first) {
        List<Field> fields = invocation.words();
        if (fields.stream().anyMatch(Field::many)) {
            return Optional.empty();
        }
        List<Value> words =
                fields.subList(first, fields.size()).stream().map(Field::value).toList();
        return switch (invocation.word(0)) {
            case "echo" -> echo(words);
            case "printf" -> Format.text(words);
            case "basename" -> basename(words).map(Outputs::line);
            case "seq" -> seq(words);
            default -> dirname(words).map(Outputs::line);
        };
    }

    private static Value line(Value text) {
        return text.plus(Value.of("\n"));
    }

    private static Optional<Value> echo(List<Value> words) {
        boolean noBreak = !words.isEmpty() && words.getFirst().equals(Value.of("-n"));
        List<Value> texts = noBreak ? words.subList(1, words.size()) : words;
        boolean plain = texts.stream().noneMatch(text -> text.pattern().contains("\\"))
                && (texts.isEmpty() || !texts.getFirst().pattern().matches("-[neE]+"));
        Value text = joined(texts);
        return plain ? Optional.of(noBreak ? text : line(text)) : Optional.empty();
    }

    private static Optional<Value> basename(List<Value> words) {
        return words.size() == 1
                ? words.getFirst().known().map(path -> Value.of(path.substring(path.lastIndexOf('/') + 1)))
                : Optional.empty();
    }

    private static Optional<Value> dirname(List<Value> words) {
        return words.size() == 1
                ? words.getFirst().known().map(path -> {
                    int slash = path.lastIndexOf('/');
                    return Value.of(slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash));
                })
                : Optional.empty();
    }

    private static Optional<Value> seq(List<Value> words) {
        List<Integer> numbers = words.stream()
                .map(word -> word.known()
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(Integer::valueOf)
                        .orElse(-1))
                .toList();
        if (numbers.isEmpty() || numbers.size() > 2 || numbers.contains(-1)) {
            return Optional.empty();
        }
        int first = numbers.size() == 1 ? 1 : numbers.getFirst();
        return Optional.of(Value.of(IntStream.rangeClosed(first, numbers.getLast())
                .mapToObj(number -> number + "\n")
                .collect(Collectors.joining())));
    }

    private static Value joined(List<Value> words) {
        Value all = Value.EMPTY;
        for (int i = 0; i < words.size(); i++) {
            all = (i == 0 ? all : all.plus(Value.of(" "))).plus(words.get(i));
        }
        return all;
    }
}
