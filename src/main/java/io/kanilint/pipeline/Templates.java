package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a job gets from elsewhere in its file: through {@code extends}, and from the defaults. */
final class Templates {
    private static final int DEEPEST = 11;

    private final YamlMap root;
    private final List<Problem> problems;
    private final boolean whole;

    /**
     * The templates of a file.
     *
     * @param whole whether all of the configuration is at hand, so that a name that is not found does not exist
     */
    Templates(YamlMap root, List<Problem> problems, boolean whole) {
        this.root = root;
        this.problems = problems;
        this.whole = whole;
    }

    /** The values that count for a job, by keyword. */
    Map<String, YamlNode> keywords(String name, YamlMap body) {
        var keywords = new LinkedHashMap<String, YamlNode>();
        inherit(name, body, keywords, new LinkedHashSet<>());
        YamlMap defaults = root.get("default").map(YamlNode::target).orElse(null) instanceof YamlMap map ? map : null;
        for (String keyword : Keywords.INHERITED) {
            YamlNode value = defaults == null ? null : defaults.get(keyword).orElse(null);
            YamlNode inherited = value != null ? value : root.get(keyword).orElse(null);
            if (inherited != null) {
                keywords.putIfAbsent(keyword, inherited);
            }
        }
        return keywords;
    }

    /** The job's own keywords come first, then those of its parents, of which later ones count more. */
    private void inherit(String name, YamlMap body, Map<String, YamlNode> keywords, Set<String> open) {
        body.effective().forEach((key, entry) -> keywords.putIfAbsent(key, entry.value()));
        YamlNode parents = body.get("extends").orElse(null);
        if (parents == null || !open.add(name) || open.size() > DEEPEST) {
            return;
        }
        for (YamlScalar parent : names(parents).reversed()) {
            if (root.get(parent.value()).map(YamlNode::target).orElse(null) instanceof YamlMap template) {
                inherit(parent.value(), template, keywords, open);
            } else if (whole) {
                problems.add(new Problem(
                        parent.span(),
                        name,
                        "Job '%s' extends '%s', which does not exist in this file.".formatted(name, parent.value()),
                        false));
            }
        }
        open.remove(name);
    }

    /** Whether every parent that a job names is in the file. */
    boolean knowsAll(Map<String, YamlNode> keywords) {
        YamlNode parents = keywords.get("extends");
        return parents == null
                || names(parents).stream()
                        .allMatch(parent -> root.get(parent.value()).isPresent());
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
