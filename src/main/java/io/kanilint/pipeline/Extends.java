package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows {@code extends}: later parents count more than earlier ones, the job more than all of them. */
final class Extends {
    /** The longest chain of jobs that extend one another (GitLab's {@code MAX_NESTING_LEVELS}, counted from the job itself). */
    private static final int DEEPEST = 11;

    /**
     * A top-level value with everything that it extends.
     *
     * @param levels how many levels of {@code extends} it stands on
     * @param complete whether all that it extends could be read
     */
    record Extended(YamlNode value, int levels, boolean complete) {}

    private final Definitions definitions;
    private final YamlMerge merge;
    private final Remarks remarks;
    private final Map<String, Extended> known = new HashMap<>();
    /** The names that are being extended, each with its {@code extends}. */
    private final LinkedHashMap<String, Span> open = new LinkedHashMap<>();

    Extends(Definitions definitions, YamlMerge merge, Remarks remarks) {
        this.definitions = definitions;
        this.merge = merge;
        this.remarks = remarks;
        definitions.names().forEach(this::resolve);
    }

    Optional<Extended> of(String name) {
        return Optional.ofNullable(known.get(name));
    }

    /** The value of a top-level name. */
    Optional<YamlNode> value(String name) {
        return of(name).map(Extended::value);
    }

    private Optional<Extended> resolve(String name) {
        Extended done = known.get(name);
        if (done != null) {
            return Optional.of(done);
        }
        Optional<Extended> extended = definitions.value(name).map(value -> extend(name, value));
        extended.ifPresent(result -> known.put(name, result));
        return extended;
    }

    private Extended extend(String name, YamlNode value) {
        Optional<YamlNode> parents = value instanceof YamlMap map ? map.get("extends") : Optional.empty();
        if (parents.isEmpty() || parents.get().isNull()) {
            return new Extended(value, 0, true);
        }
        Span place = parents.get().span();
        if (open.size() >= DEEPEST) {
            tooDeep(open.firstEntry().getKey(), open.firstEntry().getValue());
            return new Extended(value, 0, false);
        }
        open.put(name, place);
        Optional<YamlNode> base = Optional.empty();
        int levels = 0;
        boolean complete = isNames(parents.get());
        for (YamlScalar parent : names(parents.get())) {
            Optional<Extended> extended = parent(name, parent);
            complete &= extended.filter(Extended::complete).isPresent();
            if (extended.isPresent()) {
                levels = Math.max(levels, extended.get().levels());
                YamlNode next = extended.get().value();
                base = Optional.of(
                        base.map(earlier -> merge.merge(earlier, next)).orElse(next));
            }
        }
        open.remove(name);
        if (levels == DEEPEST) {
            tooDeep(name, place);
        }
        return new Extended(base.map(under -> merge.merge(under, value)).orElse(value), levels + 1, complete);
    }

    private Optional<Extended> parent(String name, YamlScalar parent) {
        if (open.containsKey(parent.value())) {
            remarks.problem(
                    parent.span(),
                    name,
                    "Job '%s' extends '%s', which extends it in turn. GitLab refuses such a circle."
                            .formatted(name, parent.value()));
            return Optional.empty();
        }
        Optional<Extended> extended = resolve(parent.value()).filter(found -> found.value() instanceof YamlMap);
        if (extended.isEmpty()) {
            boolean exists = definitions.value(parent.value()).isPresent();
            remarks.missing(
                    parent.span(),
                    name,
                    "Job '%s' extends '%s', which %s."
                            .formatted(
                                    name,
                                    parent.value(),
                                    exists
                                            ? "is not a job"
                                            : "does not exist. Check the name, or include the file that it is in"),
                    "'%s', which job '%s' extends, is not in the files that were read."
                            .formatted(parent.value(), name));
        }
        return extended;
    }

    private void tooDeep(String name, Span place) {
        remarks.problem(place, name, "Job '%s' extends more than %d levels of templates.".formatted(name, DEEPEST));
    }

    private static boolean isNames(YamlNode parents) {
        return switch (parents.target()) {
            case YamlScalar _ -> true;
            case YamlList list -> list.items().stream().allMatch(item -> item.target() instanceof YamlScalar);
            default -> false;
        };
    }

    private static List<YamlScalar> names(YamlNode parents) {
        return switch (parents.target()) {
            case YamlScalar scalar -> List.of(scalar);
            case YamlList list ->
                list.items().stream()
                        .map(YamlNode::target)
                        .filter(YamlScalar.class::isInstance)
                        .map(YamlScalar.class::cast)
                        .toList();
            default -> List.of();
        };
    }
}
