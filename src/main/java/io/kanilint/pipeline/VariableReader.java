package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The variables of a job: global ones, its own, those of {@code rules} and of the matrix. */
final class VariableReader {
    /** How many entries of the budget a variable takes, as every job has its own copy. */
    private static final int VARIABLE = 2;

    private final Defaults defaults;
    private final Budget budget;
    private final Map<String, Variable> global = new LinkedHashMap<>();
    private final IdentityHashMap<YamlNode, Map<String, Variable>> ofRules = new IdentityHashMap<>();

    /**
     * A reader for the jobs of one configuration.
     *
     * @param variables the global {@code variables}, references resolved
     * @param workflow the {@code workflow}, likewise
     */
    VariableReader(Defaults defaults, Budget budget, Optional<YamlNode> variables, Optional<YamlNode> workflow) {
        this.defaults = defaults;
        this.budget = budget;
        variables.ifPresent(node -> global.putAll(read(node)));
        workflow.filter(YamlMap.class::isInstance)
                .flatMap(map -> ((YamlMap) map).get("rules"))
                .ifPresent(rules -> add(ofRules(rules), global));
    }

    Map<String, Variable> of(Map<String, YamlNode> keywords, Matrix matrix) {
        Predicate<String> inherited = defaults.inherited(keywords, "variables");
        var variables = new LinkedHashMap<String, Variable>();
        for (var entry : global.entrySet()) {
            if (!budget.spend(VARIABLE, entry.getValue().span())) {
                break;
            }
            if (inherited.test(entry.getKey())) {
                variables.put(entry.getKey(), entry.getValue());
            }
        }
        YamlNode own = keywords.get("variables");
        if (own != null) {
            variables.putAll(read(own));
        }
        YamlNode rules = keywords.get("rules");
        if (rules != null) {
            add(ofRules(rules), variables);
        }
        variables.putAll(matrix.variables());
        return Collections.unmodifiableMap(variables);
    }

    /** Adds values that rules may set. Where no rule applies the variable keeps its value, or has none that is known. */
    private static void add(Map<String, Variable> possible, Map<String, Variable> variables) {
        possible.forEach((name, variable) -> {
            Variable unset = new Variable(List.of(), true, variable.span());
            variables.put(name, variables.getOrDefault(name, unset).or(variable));
        });
    }

    private Map<String, Variable> ofRules(YamlNode rules) {
        Map<String, Variable> known = ofRules.get(rules);
        if (known == null) {
            known = new LinkedHashMap<>();
            collect(rules, known);
            ofRules.put(rules, known);
        }
        return known;
    }

    private void collect(YamlNode rules, Map<String, Variable> possible) {
        switch (rules.target()) {
            case YamlList list -> list.items().forEach(item -> collect(item, possible));
            case YamlMap rule ->
                rule.get("variables")
                        .ifPresent(set ->
                                read(set).forEach((name, variable) -> possible.merge(name, variable, Variable::or)));
            default -> {}
        }
    }

    private Map<String, Variable> read(YamlNode node) {
        var variables = new LinkedHashMap<String, Variable>();
        if (node.target() instanceof YamlMap map
                && budget.spend((long) VARIABLE * map.effective().size(), map.span())) {
            map.effective().forEach((name, entry) -> {
                if (!entry.value().isNull()) {
                    variables.put(name, variable(entry.value().target()));
                }
            });
        }
        return variables;
    }

    private static Variable variable(YamlNode value) {
        Span span = value.span();
        return switch (value) {
            case YamlScalar scalar -> new Variable(List.of(Scalars.text(scalar)), true, span);
            case YamlMap map -> {
                boolean expand = !(map.get("expand").map(YamlNode::target).orElse(null) instanceof YamlScalar scalar
                        && Scalars.isFalse(scalar));
                Optional<YamlNode> inner = map.get("value").map(YamlNode::target);
                yield switch (inner.orElse(null)) {
                    case null -> new Variable(List.of(""), expand, span);
                    case YamlScalar scalar ->
                        new Variable(List.of(scalar.isNull() ? "" : Scalars.text(scalar)), expand, span);
                    default -> new Variable(List.of(), expand, span);
                };
            }
            default -> new Variable(List.of(), true, span);
        };
    }
}
