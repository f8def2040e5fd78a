package io.kanilint.shell;

import io.kanilint.shell.Comparisons.Verdict;
import java.util.ArrayList;
import java.util.List;
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
                .map(verdict -> verdict.state().with(verdict.truth() ? State.Status.OK : State.Status.FAILED))
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
                List<Verdict> right = not(verdict.state());
                end = at;
                all.addAll(verdict.truth() ? right : List.of(verdict));
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
            List<Verdict> right = and(verdict.state());
            end = at;
            all.addAll(verdict.truth() == goesOn ? right : List.of(verdict));
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
                    .map(verdict -> new Verdict(verdict.state(), !verdict.truth()))
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
            return Comparisons.compare(left.value(), operator, right, state);
        }
        Token first = tokens.get(at++);
        if (first.is("(") && depth < 50) {
            depth++;
            List<Verdict> inner = or(state);
            depth--;
            return took(")") ? inner : Comparisons.either(state);
        }
        boolean operand = at < tokens.size()
                && !tokens.get(at).is(")")
                && !tokens.get(at).is("&&")
                && !tokens.get(at).is("||");
        if (operand && first.isIn(TEXT_TESTS)) {
            boolean wantsText = first.is("-n");
            return Comparisons.equal(tokens.get(at++).value(), new Token(Value.EMPTY, false), state).stream()
                    .map(verdict -> new Verdict(verdict.state(), verdict.truth() != wantsText))
                    .toList();
        }
        if (operand && first.isIn(FILE_TESTS)) {
            return Comparisons.file(
                    first.value().pattern() + " " + tokens.get(at++).value().pattern(), state);
        }
        if (operand && first.isIn(OTHER_TESTS)) {
            return Comparisons.fact(
                    first.value().pattern() + " " + tokens.get(at++).value().pattern(), state);
        }
        return Comparisons.equal(first.value(), new Token(Value.EMPTY, false), state).stream()
                .map(verdict -> new Verdict(verdict.state(), !verdict.truth()))
                .toList();
    }

    private boolean took(String text) {
        boolean found = at < tokens.size() && tokens.get(at).is(text);
        at += found ? 1 : 0;
        return found;
    }
}
