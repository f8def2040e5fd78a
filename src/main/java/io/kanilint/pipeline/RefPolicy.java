package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * {@code only} or {@code except}: names of refs and of kinds of pipelines, alone or beside further conditions.
 *
 * @param value as written, references resolved
 */
record RefPolicy(YamlNode value) {

    /** Whether a pipeline meets all of the conditions. {@code only} without refs means branches and tags. */
    Truth only(PipelineKind kind) {
        if (!(value.target() instanceof YamlMap map)) {
            return refs(value, kind);
        }
        Truth refs = map.get("refs")
                .filter(node -> !node.isNull())
                .map(node -> refs(node, kind))
                .orElse(Truth.of(kind != PipelineKind.MERGE_REQUEST));
        return refs.and(variables(map, kind).orElse(Truth.YES)).and(other(map) ? Truth.MAYBE : Truth.YES);
    }

    /** Whether a pipeline meets one of the conditions. */
    Truth except(PipelineKind kind) {
        if (!(value.target() instanceof YamlMap map)) {
            return refs(value, kind);
        }
        Truth refs = map.get("refs")
                .filter(node -> !node.isNull())
                .map(node -> refs(node, kind))
                .orElse(Truth.NO);
        return refs.or(variables(map, kind).orElse(Truth.NO)).or(other(map) ? Truth.MAYBE : Truth.NO);
    }

    private static boolean other(YamlMap map) {
        return map.get("changes").isPresent() || map.get("kubernetes").isPresent();
    }

    private static Optional<Truth> variables(YamlMap map, PipelineKind kind) {
        return map.get("variables")
                .map(node -> items(node).stream()
                        .map(item -> item.target() instanceof YamlScalar text
                                ? RuleParser.parse(text.value())
                                        .map(expression -> expression.evaluate(name -> PipelineFacts.of(kind, name)))
                                        .orElse(Truth.MAYBE)
                                : Truth.MAYBE)
                        .reduce(Truth.NO, Truth::or));
    }

    private static Truth refs(YamlNode node, PipelineKind kind) {
        return items(node).stream()
                .map(item -> item.target() instanceof YamlScalar ref ? ref(ref.value(), kind) : Truth.MAYBE)
                .reduce(Truth.NO, Truth::or);
    }

    private static List<YamlNode> items(YamlNode node) {
        return node.target() instanceof YamlList list ? list.items() : List.of(node);
    }

    /** Names and patterns of refs never match merge request pipelines; sources other than theirs are not told apart. */
    private static Truth ref(String ref, PipelineKind kind) {
        boolean elsewhere = ref.contains("@");
        Truth matches = switch (ref.replaceFirst("@.*", "")) {
            case "branches" -> Truth.of(kind == PipelineKind.BRANCH);
            case "tags" -> Truth.of(kind == PipelineKind.TAG);
            case "merge_requests", "merge_request" -> Truth.of(kind == PipelineKind.MERGE_REQUEST);
            default -> kind == PipelineKind.MERGE_REQUEST ? Truth.NO : Truth.MAYBE;
        };
        return elsewhere ? matches.and(Truth.MAYBE) : matches;
    }
}
