package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code rules} of a job, of {@code workflow} or of an include: the first that applies decides, and if none does the
 * answer is no.
 */
final class RuleList {
    private final List<YamlMap> rules = new ArrayList<>();
    private final Function<YamlNode, Truth> exists;
    private final Map<String, Optional<RuleExpression>> expressions = new HashMap<>();
    private boolean known = true;

    private RuleList(Function<YamlNode, Truth> exists) {
        this.exists = exists;
    }

    /**
     * Reads rules, references resolved.
     *
     * @param exists what is known of {@code exists} clauses
     */
    static RuleList of(YamlNode rules, Function<YamlNode, Truth> exists) {
        var list = new RuleList(exists);
        list.add(rules);
        return list;
    }

    static RuleList of(YamlNode rules) {
        return of(rules, _ -> Truth.MAYBE);
    }

    private void add(YamlNode node) {
        switch (node.target()) {
            case YamlList list -> list.items().forEach(this::add);
            case YamlMap map -> rules.add(map);
            default -> known = false;
        }
    }

    /** Whether they let something into a pipeline. */
    Truth allow(PipelineKind kind) {
        if (!known || rules.isEmpty()) {
            return Truth.MAYBE;
        }
        boolean mayAllow = false;
        boolean mayRefuse = false;
        for (YamlMap rule : rules) {
            Truth applies = applies(rule, kind);
            if (applies != Truth.NO) {
                boolean refuses = text(rule, "when").filter("never"::equals).isPresent();
                mayAllow |= !refuses;
                mayRefuse |= refuses;
            }
            if (applies == Truth.YES) {
                return verdict(mayAllow, mayRefuse);
            }
        }
        return verdict(mayAllow, true);
    }

    /** The decision as a shell command: it succeeds where the job runs, and has set the variables of the rule then. */
    String script() {
        if (!known || rules.isEmpty()) {
            return ":";
        }
        var script = new StringBuilder();
        for (YamlMap rule : rules) {
            boolean refuses = text(rule, "when").filter("never"::equals).isPresent();
            script.append(script.isEmpty() ? "if " : "elif ")
                    .append(condition(rule))
                    .append("; then ")
                    .append(refuses ? "false; " : RuleScript.assignments(rule));
        }
        return script.append("else false; fi").toString();
    }

    private static String condition(YamlMap rule) {
        boolean byFiles =
                present(rule, "changes").isPresent() || present(rule, "exists").isPresent();
        String byVariables = !rule.get("if").isPresent()
                ? ":"
                : text(rule, "if")
                        .flatMap(RuleParser::parse)
                        .map(RuleScript::condition)
                        .orElse(RuleScript.UNKNOWN);
        return byFiles ? byVariables + " && " + RuleScript.UNKNOWN : byVariables;
    }

    private static Truth verdict(boolean mayAllow, boolean mayRefuse) {
        return mayAllow && mayRefuse ? Truth.MAYBE : Truth.of(mayAllow);
    }

    private Truth applies(YamlMap rule, PipelineKind kind) {
        Truth applies = Truth.YES;
        if (present(rule, "if").isPresent()) {
            applies = applies.and(text(rule, "if")
                    .flatMap(text -> expressions.computeIfAbsent(text, RuleParser::parse))
                    .map(expression -> expression.evaluate(name -> PipelineFacts.of(kind, name)))
                    .orElse(Truth.MAYBE));
        }
        if (present(rule, "changes").isPresent()) {
            applies = applies.and(Truth.MAYBE);
        }
        return applies.and(present(rule, "exists").map(exists).orElse(Truth.YES));
    }

    private static Optional<YamlNode> present(YamlMap rule, String key) {
        return rule.get(key).map(YamlNode::target).filter(node -> !node.isNull());
    }

    private static Optional<String> text(YamlMap rule, String key) {
        return present(rule, key).filter(YamlScalar.class::isInstance).map(node -> ((YamlScalar) node).value());
    }
}
