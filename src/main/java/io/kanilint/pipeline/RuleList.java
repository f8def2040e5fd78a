package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code rules} of a job, of {@code workflow} or of an include: the first that applies decides, and if none does the
 * answer is no.
 */
final class RuleList {
    /** What {@code when} says of what runs by itself in an ordinary pipeline. */
    private static final Set<String> RUNNING = Set.of("on_success", "always", "delayed");

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
                boolean refuses = isRefusal(rule);
                mayAllow |= !refuses;
                mayRefuse |= refuses;
            }
            if (applies == Truth.YES) {
                return verdict(mayAllow, mayRefuse);
            }
        }
        return verdict(mayAllow, true);
    }

    /**
     * Whether they are sure to let something into some pipelines of a kind: a rule that lets in holds in all of them, or
     * in none of any other kind. Conditions on files can hold in any.
     */
    boolean letIn(PipelineKind kind) {
        for (YamlMap rule : rules) {
            Truth holds = onVariables(rule, name -> PipelineFacts.typical(kind, name));
            boolean refuses = isRefusal(rule);
            if (refuses && holds != Truth.NO) {
                return false;
            }
            if (!refuses && (holds == Truth.YES || (holds == Truth.MAYBE && isOnlyFor(rule, kind)))) {
                return known;
            }
        }
        return false;
    }

    private boolean isOnlyFor(YamlMap rule, PipelineKind kind) {
        return Arrays.stream(PipelineKind.values())
                .filter(other -> other != kind)
                .allMatch(other -> onVariables(rule, name -> PipelineFacts.of(other, name)) == Truth.NO);
    }

    /** Whether none of them says that something starts by hand, or only after a failure. */
    boolean startByThemselves() {
        return known
                && rules.stream()
                        .allMatch(rule -> isRefusal(rule)
                                || startsByItself(rule.get("when").orElse(null)));
    }

    static boolean startsByItself(@Nullable YamlNode when) {
        return when == null || (when.target() instanceof YamlScalar text && RUNNING.contains(text.value()));
    }

    /** The decision as a shell command: it succeeds where the job runs, and has set the variables of the rule then. */
    String script() {
        if (!known || rules.isEmpty()) {
            return ":";
        }
        var script = new StringBuilder();
        for (YamlMap rule : rules) {
            boolean refuses = isRefusal(rule);
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
        Truth applies = onVariables(rule, name -> PipelineFacts.of(kind, name));
        if (present(rule, "changes").isPresent()) {
            applies = applies.and(Truth.MAYBE);
        }
        return applies.and(present(rule, "exists").map(exists).orElse(Truth.YES));
    }

    private Truth onVariables(YamlMap rule, Function<String, RuleValue> facts) {
        if (present(rule, "if").isEmpty()) {
            return Truth.YES;
        }
        return text(rule, "if")
                .flatMap(text -> expressions.computeIfAbsent(text, RuleParser::parse))
                .map(expression -> expression.evaluate(facts))
                .orElse(Truth.MAYBE);
    }

    private static boolean isRefusal(YamlMap rule) {
        return text(rule, "when").filter("never"::equals).isPresent();
    }

    private static Optional<YamlNode> present(YamlMap rule, String key) {
        return rule.get(key).map(YamlNode::target).filter(node -> !node.isNull());
    }

    private static Optional<String> text(YamlMap rule, String key) {
        return present(rule, key).filter(YamlScalar.class::isInstance).map(node -> ((YamlScalar) node).value());
    }
}
