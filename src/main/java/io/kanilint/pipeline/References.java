package io.kanilint.pipeline;

import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Follows {@code !reference}, which looks into the configuration after {@code extends}. */
final class References {
    /** GitLab has no bound of its own; these only keep the stack small. */
    private static final int LONGEST_CHAIN = 50;

    private static final int DEEPEST = 200;

    private final Extends configuration;
    private final Budget budget;
    private final Remarks remarks;
    private final IdentityHashMap<YamlNode, YamlNode> resolved = new IdentityHashMap<>();
    private final Set<YamlReference> open = new LinkedHashSet<>();
    private int depth;
    private int misses;
    private int circles;

    References(Extends configuration, Budget budget, Remarks remarks) {
        this.configuration = configuration;
        this.budget = budget;
        this.remarks = remarks;
    }

    /**
     * Applies something to what a reference stands for, or nothing if that is not known.
     *
     * @param job whom a problem concerns
     */
    <T> Optional<T> follow(YamlReference reference, String job, Function<YamlNode, T> use) {
        if (open.contains(reference)) {
            misses++;
            circles++;
            remarks.problem(
                    reference.span(),
                    job,
                    "%s leads back to itself. Take one reference of this circle away.".formatted(text(reference)));
            return Optional.empty();
        }
        if (open.size() >= LONGEST_CHAIN) {
            misses++;
            remarks.problem(
                    reference.span(),
                    job,
                    "%s is part of a chain of more than %d references. Refer to its end at once."
                            .formatted(text(reference), LONGEST_CHAIN));
            return Optional.empty();
        }
        Optional<YamlNode> target = target(reference);
        if (target.isEmpty()) {
            misses++;
            remarks.missing(
                    reference.span(),
                    job,
                    "%s leads nowhere. Check its names, or include the file that they are in."
                            .formatted(text(reference)),
                    "%s leads to something that is not in the files that were read.".formatted(text(reference)));
            return Optional.empty();
        }
        open.add(reference);
        try {
            return target.map(use);
        } finally {
            open.remove(reference);
        }
    }

    private Optional<YamlNode> target(YamlReference reference) {
        if (reference.path().isEmpty()) {
            return Optional.empty();
        }
        Optional<YamlNode> node =
                configuration.value(reference.path().getFirst().value());
        for (YamlScalar key : reference.path().subList(1, reference.path().size())) {
            node = node.map(YamlNode::target)
                    .filter(YamlMap.class::isInstance)
                    .flatMap(map -> ((YamlMap) map).get(key.value()));
        }
        return node.map(YamlNode::target).filter(found -> !found.isNull());
    }

    /** How many references have led nowhere so far. */
    int misses() {
        return misses;
    }

    /** How many references have led back to themselves so far. */
    int circles() {
        return circles;
    }

    /** A value with every reference in it replaced. One that leads nowhere stays. */
    YamlNode resolve(YamlNode node, String job) {
        if (node instanceof YamlScalar) {
            return node;
        }
        YamlNode known = resolved.get(node);
        if (known == null) {
            depth++;
            known = budget.spend(1, node.span()) && isShallow(node, job) ? replace(node, job) : node;
            depth--;
            resolved.put(node, known);
        }
        return known;
    }

    private boolean isShallow(YamlNode node, String job) {
        if (depth > DEEPEST) {
            remarks.problem(node.span(), job, "References make this more than %d levels deep.".formatted(DEEPEST));
        }
        return depth <= DEEPEST;
    }

    private YamlNode replace(YamlNode node, String job) {
        return switch (node) {
            case YamlScalar scalar -> scalar;
            case YamlAlias alias -> {
                YamlNode target = resolve(alias.target(), job);
                yield isSame(target, alias.target()) ? alias : target;
            }
            case YamlReference reference ->
                follow(reference, job, target -> resolve(target, job)).orElse(reference);
            case YamlList list -> {
                var items = new ArrayList<YamlNode>();
                boolean changed = false;
                for (YamlNode item : list.items()) {
                    items.add(resolve(item, job));
                    changed |= !isSame(items.getLast(), item);
                }
                yield changed ? new YamlList(list.span(), items, list.expandedSize()) : list;
            }
            case YamlMap map -> {
                var entries = new ArrayList<YamlMap.Entry>();
                boolean changed = false;
                for (YamlMap.Entry entry : map.effective().values()) {
                    entries.add(new YamlMap.Entry(entry.key(), resolve(entry.value(), job)));
                    changed |= !isSame(entries.getLast().value(), entry.value());
                }
                yield changed ? new YamlMap(map.span(), entries, map.expandedSize()) : map;
            }
        };
    }

    /** Whether two nodes are one, and not only alike: a comparison would go through all that lies below. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isSame(YamlNode one, YamlNode other) {
        return one == other;
    }

    private static String text(YamlReference reference) {
        return reference.path().stream()
                .map(YamlScalar::value)
                .collect(Collectors.joining(", ", "'!reference [", "]'"));
    }
}
