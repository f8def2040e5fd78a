package io.kanilint.pipeline;

import java.util.function.Function;

/** An expression of {@code rules:if}, in GitLab's rule language. */
sealed interface RuleExpression {

    /** A value that stands alone: true if it is set and not empty. */
    record Holds(Operand operand) implements RuleExpression {}

    record Equal(Operand left, Operand right) implements RuleExpression {}

    record Matches(Operand text, Operand pattern) implements RuleExpression {}

    record Not(RuleExpression expression) implements RuleExpression {}

    record And(RuleExpression left, RuleExpression right) implements RuleExpression {}

    record Or(RuleExpression left, RuleExpression right) implements RuleExpression {}

    /** What is compared. */
    sealed interface Operand {}

    record Variable(String name) implements Operand {}

    record Literal(RuleValue value) implements Operand {}

    record Pattern(String text) implements Operand {}

    /** Evaluates it with what is known of variables. */
    default Truth evaluate(Function<String, RuleValue> variables) {
        return switch (this) {
            case Holds(Operand operand) -> value(operand, variables).holds();
            case Equal(Operand left, Operand right) ->
                left.equals(right) ? Truth.YES : value(left, variables).equal(value(right, variables));
            case Matches(Operand text, Pattern(String pattern)) -> RulePattern.matches(value(text, variables), pattern);
            case Matches _ -> Truth.MAYBE;
            case Not(RuleExpression inner) -> inner.evaluate(variables).not();
            case And(RuleExpression left, RuleExpression right) ->
                left.evaluate(variables).and(right.evaluate(variables));
            case Or(RuleExpression left, RuleExpression right) ->
                left.evaluate(variables).or(right.evaluate(variables));
        };
    }

    private static RuleValue value(Operand operand, Function<String, RuleValue> variables) {
        return switch (operand) {
            case Variable(String name) -> variables.apply(name);
            case Literal(RuleValue value) -> value;
            case Pattern _ -> new RuleValue.Unknown();
        };
    }
}
