package io.kanilint.shell;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which variables commands set, and assignments inside arithmetic. */
final class Assignments {
    /** Stands for all variables, where it is not clear which are set. */
    static final String EVERYTHING = "*everything*";
    /** Stands for {@code $1} and on. */
    static final String ARGUMENTS = "*arguments*";

    private static final Set<String> SETTERS = Set.of(
            "export",
            "local",
            "declare",
            "typeset",
            "readonly",
            "read",
            "unset",
            "getopts",
            "mapfile",
            "readarray",
            "let");
    private static final Pattern ARITHMETIC =
            Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(\\+\\+|--|[-+*/%]?=(?!=))\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PREFIXED = Pattern.compile("\\s*(\\+\\+|--)\\s*([A-Za-z_]\\w*)\\s*");
    private static final Pattern COMPARISON =
            Pattern.compile("\\s*\\$?\\{?([A-Za-z_]\\w*)}?\\s*([=!<>]=|[<>])\\s*([1-9]\\d*|0)\\s*");
    private static final Map<String, String> TESTS =
            Map.of("==", "-eq", "!=", "-ne", "<", "-lt", "<=", "-le", ">", "-gt", ">=", "-ge");
    private static final Pattern SET = Pattern.compile(
            "([A-Za-z_]\\w*)\\s*(?:\\+\\+|--|(?:<<|>>|[-+*/%&|^])?=(?!=))|(?:\\+\\+|--)\\s*([A-Za-z_]\\w*)");

    private final Set<String> names = new HashSet<>();
    private final Set<String> functions;

    private Assignments(Set<String> functions) {
        this.functions = functions;
    }

    /** Whether a name stands for one variable. */
    static boolean isVariable(String name) {
        return !name.equals(EVERYTHING) && !name.equals(ARGUMENTS);
    }

    /**
     * The variables that a command may set.
     *
     * @param functions names of functions, which may set anything
     */
    static Set<String> in(Command command, Set<String> functions) {
        var assignments = new Assignments(functions);
        assignments.walk(command);
        return assignments.names;
    }

    private void walk(Command command) {
        switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Sequence sequence -> sequence.items().forEach(item -> walk(item.command()));
            case Command.Pipeline pipeline -> pipeline.stages().forEach(this::walk);
            case Command.AndOr andOr -> {
                walk(andOr.left());
                walk(andOr.right());
            }
            case Command.Group group -> walk(group.body());
            case Command.If conditional -> {
                conditional.branches().forEach(branch -> {
                    walk(branch.condition());
                    walk(branch.body());
                });
                conditional.otherwise().ifPresent(this::walk);
            }
            case Command.Case choice -> choice.arms().forEach(arm -> walk(arm.body()));
            case Command.For loop -> {
                names.add(loop.variable());
                walk(loop.body());
            }
            case Command.ForArithmetic loop -> {
                names.addAll(setBy(loop.initial()));
                names.addAll(setBy(loop.step()));
                walk(loop.body());
            }
            case Command.Loop loop -> {
                walk(loop.condition());
                walk(loop.body());
            }
            case Command.Redirected redirected -> walk(redirected.command());
            case Command.Timed timed -> walk(timed.command());
            case Command.Arithmetic arithmetic -> names.addAll(setBy(arithmetic.expression()));
            case Command.Subshell _, Command.Function _, Command.Test _, Command.Coprocess _, Command.Unreadable _ -> {}
        }
    }

    private void simple(Command.Simple simple) {
        String name = simple.name().orElse(EVERYTHING);
        if (simple.words().isEmpty()) {
            simple.assignments().forEach(assignment -> names.add(assignment.name()));
        } else if (name.equals("eval") || name.equals(".") || name.equals("source") || functions.contains(name)) {
            names.add(EVERYTHING);
        } else if (name.equals("set") || name.equals("shift")) {
            names.add(ARGUMENTS);
        } else if (SETTERS.contains(name)) {
            for (Word word : simple.words().subList(1, simple.words().size())) {
                String text = word.pattern();
                int equals = text.indexOf('=');
                names.add(equals < 0 ? text : text.substring(0, equals));
            }
        }
        simple.words().forEach(this::defaults);
    }

    /** {@code ${name:=…}} sets too. */
    private void defaults(Word word) {
        for (WordPart part : word.parts()) {
            if (part instanceof WordPart.Variable variable
                    && variable.operator().endsWith("=")) {
                names.add(variable.name());
            }
        }
    }

    /** The variables that an arithmetic expression sets. */
    static Set<String> setBy(String expression) {
        var set = new HashSet<String>();
        SET.matcher(expression)
                .results()
                .forEach(match -> set.add(match.group(1) == null ? match.group(2) : match.group(1)));
        return set;
    }

    /** Runs {@code (( … ))}: its status is that of the value, and it may set a variable. */
    static List<State> arithmetic(String expression, State state, Expander expander) {
        Matcher prefixed = PREFIXED.matcher(expression);
        Matcher assignment =
                ARITHMETIC.matcher(prefixed.matches() ? prefixed.group(2) + prefixed.group(1) : expression);
        if (assignment.matches() && setBy(assignment.group(3)).isEmpty()) {
            return assign(assignment, prefixed.matches(), state, expander);
        }
        Matcher comparison = COMPARISON.matcher(expression);
        if (comparison.matches()) {
            return compare(comparison, state, expander);
        }
        State after = state;
        for (String name : setBy(expression)) {
            after = after.with(after.env().set(name, expander.arithmetic("?", state)));
        }
        return status(expander.arithmetic(expression, state), after);
    }

    /** Compares as {@code [ … ]} does, so that two comparisons of one unknown number do not contradict. */
    private static List<State> compare(Matcher comparison, State state, Expander expander) {
        Value left = expander.lookUp(comparison.group(1), state)
                .filter(value -> !value.equals(Value.EMPTY))
                .orElse(Value.of("0"));
        String operator = TESTS.getOrDefault(comparison.group(2), "-eq");
        return Conditions.test(
                Stream.of(left, Value.of(operator), Value.of(comparison.group(3)))
                        .map(value -> new Conditions.Token(value, false))
                        .toList(),
                state);
    }

    private static List<State> assign(Matcher assignment, boolean prefixed, State state, Expander expander) {
        String name = assignment.group(1);
        String sign = assignment.group(2);
        boolean step = sign.equals("++") || sign.equals("--");
        String right = step ? "1" : "(" + assignment.group(3) + ")";
        String expression = sign.equals("=") ? right : name + sign.charAt(0) + right;
        Value before = expander.lookUp(name, state).orElse(Value.EMPTY);
        Value value = expander.arithmetic(expression, state);
        State after = state.with(state.env().set(name, value));
        return status(step && !prefixed ? before : value, after);
    }

    private static List<State> status(Value value, State state) {
        Optional<String> known = value.known();
        if (known.isEmpty()) {
            return States.either(state);
        }
        String number = known.get().strip();
        return List.of(number.isEmpty() || number.matches("[-+]?0+") ? state.failed() : state.ok());
    }
}
