package io.kanilint.lint;

import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares values of two configurations, of which the second has other jobs in place of some. */
final class SameValues {
    private static final Set<String> NAMING = Set.of("needs", "dependencies");

    private final Map<String, List<String>> successors;
    /** Pairs that were found to be the same: a value that is used a thousand times is compared once. */
    private final IdentityHashMap<YamlNode, YamlNode> known = new IdentityHashMap<>();

    /**
     * A comparison.
     *
     * @param successors the jobs that are gone, each with those in its place
     */
    SameValues(Map<String, List<String>> successors) {
        this.successors = successors;
    }

    /** Whether two mappings have the same keys with the same values, in whichever order. */
    boolean same(Map<String, YamlNode> before, Map<String, YamlNode> after) {
        return before.keySet().equals(after.keySet())
                && before.entrySet().stream()
                        .allMatch(entry -> Optional.ofNullable(after.get(entry.getKey()))
                                .filter(now -> same(entry.getKey(), entry.getValue(), now))
                                .isPresent());
    }

    private boolean same(String keyword, YamlNode before, YamlNode after) {
        if (NAMING.contains(keyword)
                && before.target() instanceof YamlList names
                && after.target() instanceof YamlList now) {
            return sameNames(names.items(), now.items());
        }
        return same(before, after);
    }

    private boolean same(YamlNode written, YamlNode writtenNow) {
        YamlNode before = written.target();
        YamlNode after = writtenNow.target();
        if (isOne(known.get(before), after)) {
            return true;
        }
        boolean same = switch (before) {
            case YamlScalar scalar ->
                after instanceof YamlScalar now
                        && now.value().equals(scalar.value())
                        && now.isPlain() == scalar.isPlain();
            case YamlReference reference ->
                after instanceof YamlReference now && words(now).equals(words(reference));
            case YamlList list -> after instanceof YamlList now && sameItems(list.items(), now.items());
            case YamlMap map -> after instanceof YamlMap now && same(values(map.effective()), values(now.effective()));
            case YamlAlias _ -> false;
        };
        if (same) {
            known.put(before, after);
        }
        return same;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isOne(@Nullable YamlNode one, YamlNode other) {
        return one == other;
    }

    private static List<String> words(YamlReference reference) {
        return reference.path().stream().map(YamlScalar::value).toList();
    }

    private static Map<String, YamlNode> values(Map<String, YamlMap.Entry> entries) {
        var values = new LinkedHashMap<String, YamlNode>();
        entries.forEach((name, entry) -> values.put(name, entry.value()));
        return values;
    }

    private boolean sameItems(List<YamlNode> before, List<YamlNode> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!same(before.get(i), after.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** An entry that names a job that is gone is the same as one entry for each job in its place. */
    private boolean sameNames(List<YamlNode> before, List<YamlNode> after) {
        int at = 0;
        for (YamlNode item : before) {
            Optional<List<String>> others = name(item).map(successors::get);
            for (String name : others.orElse(List.of(""))) {
                if (at == after.size()) {
                    return false;
                }
                YamlNode now = after.get(at++);
                boolean same = others.isPresent()
                        ? name(now).filter(name::equals).isPresent() && same(besides(item), besides(now))
                        : same(item, now);
                if (!same) {
                    return false;
                }
            }
        }
        return at == after.size();
    }

    /** The job that an entry of {@code needs} or {@code dependencies} names, if that is one of this pipeline. */
    private static Optional<String> name(YamlNode item) {
        return switch (item.target()) {
            case YamlScalar scalar -> Optional.of(scalar.value());
            case YamlMap map
            when map.get("pipeline").isEmpty() && map.get("project").isEmpty() ->
                map.get("job").flatMap(SameValues::name);
            default -> Optional.empty();
        };
    }

    /** What an entry says besides the name; nothing for one that is a name only. */
    private static Map<String, YamlNode> besides(YamlNode item) {
        var besides = new LinkedHashMap<String, YamlNode>();
        if (item.target() instanceof YamlMap map) {
            besides.putAll(values(map.effective()));
            besides.remove("job");
        }
        return besides;
    }

    /** Every job that a value names where GitLab looks for one of this pipeline. */
    static List<String> names(Map<String, YamlNode> keywords) {
        var names = new ArrayList<String>();
        keywords.forEach((keyword, value) -> {
            if (NAMING.contains(keyword) && value.target() instanceof YamlList list) {
                list.items().forEach(item -> name(item).ifPresent(names::add));
            } else if (keyword.equals("rules") && value.target() instanceof YamlList rules) {
                rules.items().stream()
                        .filter(rule -> rule.target() instanceof YamlMap)
                        .forEach(rule -> names.addAll(names(values(((YamlMap) rule.target()).effective()))));
            }
        });
        return names;
    }
}
