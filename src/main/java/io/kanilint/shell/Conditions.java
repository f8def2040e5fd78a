package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out {@code [ … ]}, {@code test} and {@code [[ … ]]}. A condition that is not known goes both ways, and each way
 * remembers what it took for true, so that the same condition comes out the same later on it.
 */
final class Conditions {
    /** The name of the exit code of a command that failed: unknown, but not 0. */
    static final String ERROR_CODE = "?";

    private static final Set<String> FILE_TESTS = Set.of(
            "-e", "-f", "-d", "-x", "-s", "-r", "-w", "-L", "-h", "-b", "-c", "-p", "-S", "-g", "-u", "-k", "-O", "-G",
            "-N");
    private static final Set<String> TEXT_TESTS = Set.of("-n", "-z");
    private static final Set<String> OTHER_TESTS = Set.of("-t", "-v", "-o", "-R");
    private static final Set<String> COMPARISONS =
            Set.of("=", "==", "!=", "=~", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef");

    /**
     * A word of a condition.
     *
     * @param pattern whether it holds a pattern of texts
     */
    record Token(Value value, boolean pattern) {
        boolean is(String text) {
            return value.known().filter(text::equals).isPresent();
        }

        boolean isIn(Set<String> texts) {
            return value.known().filter(texts::contains).isPresent();
        }
    }

    private record Verdict(State state, boolean truth) {}

    private final List<Token> tokens;
    private int at;
    private int depth;

    private Conditions(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The state after a condition, once for each way it can come out. */
    static List<State> test(List<Token> tokens, State state) {
        var conditions = new Conditions(tokens);
        List<Verdict> verdicts = conditions.or(state);
        if (conditions.at < tokens.size()) {
            return States.either(state);
        }
        return verdicts.stream()
                .map(verdict -> verdict.state.with(verdict.truth ? State.Status.OK : State.Status.FAILED))
                .distinct()
                .toList();
    }

    private List<Verdict> or(State state) {
        List<Verdict> left = and(state);
        while (took("-o") || took("||")) {
            int mark = at;
            left = combine(left, false, mark);
        }
        return left;
    }

    private List<Verdict> and(State state) {
        List<Verdict> left = not(state);
        while (took("-a") || took("&&")) {
            int mark = at;
            List<Verdict> all = new ArrayList<>();
            int end = mark;
            for (Verdict verdict : left) {
                at = mark;
                List<Verdict> right = not(verdict.state);
                end = at;
                all.addAll(verdict.truth ? right : List.of(verdict));
            }
            at = Math.max(end, at);
            left = all;
        }
        return left;
    }

    private List<Verdict> combine(List<Verdict> left, boolean goesOn, int mark) {
        List<Verdict> all = new ArrayList<>();
        int end = mark;
        for (Verdict verdict : left) {
            at = mark;
            List<Verdict> right = and(verdict.state);
            end = at;
            all.addAll(verdict.truth == goesOn ? right : List.of(verdict));
        }
        at = Math.max(end, at);
        return all;
    }

    private List<Verdict> not(State state) {
        boolean negation = at + 1 < tokens.size() && tokens.get(at).is("!") && !isComparison(at + 1);
        if (negation && depth < 50) {
            at++;
            depth++;
            List<Verdict> inner = not(state);
            depth--;
            return inner.stream()
                    .map(verdict -> new Verdict(verdict.state, !verdict.truth))
                    .toList();
        }
        return primary(state);
    }

    private boolean isComparison(int index) {
        return index + 1 < tokens.size() && tokens.get(index).isIn(COMPARISONS);
    }

    private List<Verdict> primary(State state) {
        if (at >= tokens.size()) {
            return List.of(new Verdict(state, false));
        }
        if (isComparison(at + 1)) {
            Token left = tokens.get(at);
            String operator = tokens.get(at + 1).value().known().orElse("");
            Token right = tokens.get(at + 2);
            at += 3;
            return compare(left.value(), operator, right, state);
        }
        Token first = tokens.get(at++);
        if (first.is("(") && depth < 50) {
            depth++;
            List<Verdict> inner = or(state);
            depth--;
            return took(")") ? inner : either(state);
        }
        boolean operand = at < tokens.size()
                && !tokens.get(at).is(")")
                && !tokens.get(at).is("&&")
                && !tokens.get(at).is("||");
        if (operand && first.isIn(TEXT_TESTS)) {
            boolean wantsText = first.is("-n");
            return equal(tokens.get(at++).value(), new Token(Value.EMPTY, false), state).stream()
                    .map(verdict -> new Verdict(verdict.state, verdict.truth != wantsText))
                    .toList();
        }
        if (operand && first.isIn(FILE_TESTS)) {
            return file(first.value().pattern() + " " + tokens.get(at++).value().pattern(), state);
        }
        if (operand && first.isIn(OTHER_TESTS)) {
            return fact(first.value().pattern() + " " + tokens.get(at++).value().pattern(), state);
        }
        return equal(first.value(), new Token(Value.EMPTY, false), state).stream()
                .map(verdict -> new Verdict(verdict.state, !verdict.truth))
                .toList();
    }

    private boolean took(String text) {
        boolean found = at < tokens.size() && tokens.get(at).is(text);
        at += found ? 1 : 0;
        return found;
    }

    private static List<Verdict> compare(Value left, String operator, Token right, State state) {
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

    private static List<Verdict> equal(Value unresolved, Token right, State state) {
        Value left = state.knowledge().resolve(unresolved);
        Value other = state.knowledge().resolve(right.value);
        Optional<String> text = other.known();
        if (right.pattern) {
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
        return (empty && hasText) || !(a.startsWith(b) || b.startsWith(a));
    }

    private static List<Verdict> settle(String name, String text, State state) {
        if (name.equals(ERROR_CODE)) {
            return text.equals("0") ? List.of(new Verdict(state, false)) : either(state);
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

    private static List<Verdict> fact(String key, State state) {
        Optional<Boolean> known = state.knowledge().fact(key);
        return known.isPresent()
                ? List.of(new Verdict(state, known.get()))
                : List.of(
                        new Verdict(state.with(state.knowledge().assume(key, true)), true),
                        new Verdict(state.with(state.knowledge().assume(key, false)), false));
    }

    private static List<Verdict> file(String key, State state) {
        Optional<Boolean> known = state.knowledge().fact(key);
        return known.isPresent()
                ? List.of(new Verdict(state, known.get()))
                : List.of(
                        new Verdict(state.with(state.knowledge().assumeOfFile(key, true)), true),
                        new Verdict(state.with(state.knowledge().assumeOfFile(key, false)), false));
    }

    private static List<Verdict> either(State state) {
        return List.of(new Verdict(state, true), new Verdict(state, false));
    }
}
