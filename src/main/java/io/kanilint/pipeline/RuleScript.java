package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;

/** Rules in the language of the shell. */
final class RuleScript {
    /** A command that nobody knows: it may succeed or fail. */
    static final String UNKNOWN = "unknown";

    private RuleScript() {}

    static String condition(RuleExpression expression) {
        return switch (expression) {
            case RuleExpression.Holds(RuleExpression.Variable(String name)) -> "[ -n \"$%s\" ]".formatted(name);
            case RuleExpression.Equal(RuleExpression.Variable(String left), RuleExpression.Variable(String right)) ->
                "[ \"$%s\" = \"$%s\" ]".formatted(left, right);
            case RuleExpression.Equal(RuleExpression.Variable(String name), RuleExpression.Literal(RuleValue value)) ->
                equal(name, value);
            case RuleExpression.Equal(RuleExpression.Literal(RuleValue value), RuleExpression.Variable(String name)) ->
                equal(name, value);
            case RuleExpression.Not(RuleExpression inner) -> "{ ! %s; }".formatted(condition(inner));
            case RuleExpression.And(RuleExpression left, RuleExpression right) ->
                "{ %s && %s; }".formatted(condition(left), condition(right));
            case RuleExpression.Or(RuleExpression left, RuleExpression right) ->
                "{ %s || %s; }".formatted(condition(left), condition(right));
            case RuleExpression.Holds _, RuleExpression.Equal _, RuleExpression.Matches _ -> UNKNOWN;
        };
    }

    private static String equal(String name, RuleValue value) {
        return switch (value) {
            case RuleValue.Text(String text) -> "[ \"$%s\" = %s ]".formatted(name, quoted(text));
            case RuleValue.Unset _ -> "[ -z \"$%s\" ]".formatted(name);
            case RuleValue.Filled _, RuleValue.Unknown _ -> UNKNOWN;
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The variables that a rule sets; one whose value holds others is left as it is. */
    static String assignments(YamlMap rule) {
        var script = new StringBuilder(":; ");
        if (rule.get("variables").map(YamlNode::target).orElse(null) instanceof YamlMap variables) {
            variables.effective().forEach((name, entry) -> {
                boolean plain = entry.value().target() instanceof YamlScalar scalar
                        && !Scalars.text(scalar).contains("$");
                if (plain && name.matches("[A-Za-z_]\\w*")) {
                    script.append("export %s=%s; ".formatted(name, quoted(Scalars.text((YamlScalar)
                            entry.value().target()))));
                }
            });
        }
        return script.toString();
    }
}
