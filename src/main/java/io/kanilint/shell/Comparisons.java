package io.kanilint.shell;

import io.kanilint.shell.Conditions.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compares values of conditions as far as they are known, and remembers on each way how it came out. */
final class Comparisons {

    private static final String CODE = "[1-9]\\d{0,2}";

    /** How a condition comes out on a way. */
    record Verdict(State state, boolean truth) {}

    private Comparisons() {}

    static List<Verdict> compare(Value left, String operator, Token right, State state) {
        return switch (operator) {
            case "=", "==" -> equal(left, right, state);
            case "!=" -> negated(equal(left, right, state));
            case "=~" -> regex(left, right, state);
            case "-eq", "-lt", "-le" -> number(left, operator, right.value(), state);
            case "-ne" -> negated(number(left, "-eq", right.value(), state));
            case "-gt" -> negated(number(left, "-le", right.value(), state));
            case "-ge" -> negated(number(left, "-lt", right.value(), state));
            default ->
                fact(left.pattern() + " " + operator + " " + right.value().pattern(), state);
        };
    }

    private static List<Verdict> regex(Value left, Token right, State state) {
        Optional<String> text = state.knowledge().resolve(left).known();
        Optional<String> regex = state.knowledge().resolve(right.value()).known();
        return text.flatMap(known -> regex.flatMap(pattern -> RegularExpression.isIn(known, pattern)))
                .map(found -> List.of(new Verdict(state, found)))
                .orElseGet(() -> fact(left.pattern() + " =~ " + right.value().pattern(), state));
    }

    private static List<Verdict> negated(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> new Verdict(verdict.state, !verdict.truth))
                .toList();
    }

    /** Whether two texts are the same; an unknown one is settled by it. */
    static List<State> matches(Value subject, Token pattern, State state, boolean wanted) {
        return equal(subject, pattern, state).stream()
                .filter(verdict -> verdict.truth == wanted)
                .map(Verdict::state)
                .toList();
    }

    static List<Verdict> equal(Value unresolved, Token right, State state) {
        Value left = state.knowledge().resolve(unresolved);
        Value other = state.knowledge().resolve(right.value());
        Optional<String> text = other.known();
        if (right.pattern()) {
            Optional<TextPattern> glob = text.flatMap(TextPattern::of);
            if (text.filter("*"::equals).isPresent()) {
                return List.of(new Verdict(state, true));
            }
            return left.isKnown() && glob.isPresent()
                    ? List.of(new Verdict(state, glob.get().matches(left.known().orElse(""))))
                    : fact(left.pattern() + " matches " + other.pattern(), state);
        }
        if (left.equals(other)) {
            return List.of(new Verdict(state, true));
        }
        if (differ(left, other)) {
            return List.of(new Verdict(state, false));
        }
        return settled(left, other, state)
                .or(() -> settled(other, left, state))
                .orElseGet(() -> fact(inOrder(left.pattern(), " = ", other.pattern()), state));
    }

    /** What settles an unknown value; empty if the one is not all unknown or the other not all known. */
    private static Optional<List<Verdict>> settled(Value unknown, Value text, State state) {
        return unknown.pieces().size() == 1 && unknown.pieces().getFirst() instanceof Value.Unknown(String name)
                ? text.known().map(known -> settle(name, known, state))
                : Optional.empty();
    }

    /** The same key whichever of the two stands first. */
    private static String inOrder(String first, String sign, String second) {
        return first.compareTo(second) <= 0 ? first + sign + second : second + sign + first;
    }

    private static boolean differ(Value left, Value right) {
        if (left.isKnown() && right.isKnown()) {
            return true;
        }
        boolean empty = left.equals(Value.EMPTY) || right.equals(Value.EMPTY);
        boolean hasText = left.pieces().stream().anyMatch(Value.Text.class::isInstance)
                || right.pieces().stream().anyMatch(Value.Text.class::isInstance);
        String a = left.knownStart();
        String b = right.knownStart();
        return (empty && hasText)
                || !(a.startsWith(b) || b.startsWith(a))
                || isNoCode(left, right)
                || isNoCode(right, left);
    }

    /** Whether a value that holds the code of an error cannot have a text: such a code is a number from 1 to 255. */
    private static boolean isNoCode(Value value, Value text) {
        var regex = new StringBuilder();
        for (Value.Piece piece : value.pieces()) {
            switch (piece) {
                case Value.Text(String part) -> regex.append(Pattern.quote(part));
                case Value.Unknown(String name) -> regex.append(name.equals(Conditions.ERROR_CODE) ? CODE : ".*");
            }
        }
        boolean holdsCode = value.pieces().contains(new Value.Unknown(Conditions.ERROR_CODE))
                && value.pieces().size() <= 3;
        return holdsCode
                && text.known()
                        .filter(known -> !Pattern.compile(regex.toString(), Pattern.DOTALL)
                                .matcher(known)
                                .matches())
                        .isPresent();
    }

    private static List<Verdict> settle(String name, String text, State state) {
        if (name.equals(Conditions.ERROR_CODE)) {
            return text.matches(CODE) ? either(state) : List.of(new Verdict(state, false));
        }
        String key = name + " is " + text;
        Optional<Boolean> known = state.knowledge().fact(key);
        if (known.isPresent()) {
            return List.of(new Verdict(state, known.get()));
        }
        return List.of(
                new Verdict(state.with(state.knowledge().settle(name, text)), true),
                new Verdict(state.with(state.knowledge().assume(key, false)), false));
    }

    private static List<Verdict> number(Value first, String operator, Value second, State state) {
        Value left = state.knowledge().resolve(first);
        Value right = state.knowledge().resolve(second);
        Optional<Long> a = integer(left);
        Optional<Long> b = integer(right);
        if (a.isPresent() && b.isPresent()) {
            int order = Long.compare(a.get(), b.get());
            boolean truth = operator.equals("-eq") ? order == 0 : operator.equals("-lt") ? order < 0 : order <= 0;
            return List.of(new Verdict(state, truth));
        }
        Optional<List<Verdict>> settled = !operator.equals("-eq")
                ? Optional.empty()
                : a.isPresent() ? settled(right, left, state) : b.flatMap(_ -> settled(left, right, state));
        return settled.orElseGet(() -> fact(left.pattern() + " " + operator + " " + right.pattern(), state));
    }

    private static Optional<Long> integer(Value value) {
        return value.known()
                .filter(text -> text.strip().matches("[-+]?\\d{1,15}"))
                .map(text -> Long.valueOf(text.strip()));
    }

    static List<Verdict> fact(String key, State state) {
        Optional<Boolean> known = state.knowledge().fact(key);
        return known.isPresent()
                ? List.of(new Verdict(state, known.get()))
                : List.of(
                        new Verdict(state.with(state.knowledge().assume(key, true)), true),
                        new Verdict(state.with(state.knowledge().assume(key, false)), false));
    }

    static List<Verdict> file(String key, State state) {
        Optional<Boolean> known = state.knowledge().fact(key);
        return known.isPresent()
                ? List.of(new Verdict(state, known.get()))
                : List.of(
                        new Verdict(state.with(state.knowledge().assumeOfFile(key, true)), true),
                        new Verdict(state.with(state.knowledge().assumeOfFile(key, false)), false));
    }

    static List<Verdict> either(State state) {
        return List.of(new Verdict(state, true), new Verdict(state, false));
    }
}
