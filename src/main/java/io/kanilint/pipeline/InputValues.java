package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a file's inputs: given by the include, or else their defaults. */
final class InputValues {
    private final Map<String, SpecInput> declared = new LinkedHashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Remarks remarks;
    private final boolean open;

    /**
     * Matches what a header declares with what an include gives.
     *
     * @param entry the include that names the file; nothing for the CI file itself, which a person starts with values
     *     that we do not know
     */
    InputValues(Optional<YamlNode> header, Optional<IncludeEntry> entry, Remarks remarks) {
        this.remarks = remarks;
        Optional<YamlMap> spec = map(header, "spec");
        Optional<YamlNode> more = spec.flatMap(map -> map.get("include"));
        more.ifPresent(node -> remarks.gap(node.span(), "Inputs that other files declare are not read."));
        this.open = more.isPresent();
        map(spec.map(YamlNode.class::cast), "inputs")
                .ifPresent(
                        inputs -> inputs.effective().forEach((name, input) -> declared.put(name, SpecInput.of(input))));
        Map<String, YamlMap.Entry> given =
                entry.flatMap(IncludeEntry::inputs).map(YamlMap::effective).orElse(Map.of());
        given.forEach((name, value) -> {
            if (!declared.containsKey(name) && !open) {
                remarks.problem(value.key().span(), "", "The included file has no input '%s'.".formatted(name));
            }
        });
        declared.forEach((name, input) -> {
            Optional<YamlNode> value = Optional.ofNullable(given.get(name))
                    .map(one -> one.value().target())
                    .filter(node -> !node.isNull());
            value.flatMap(node -> InputCheck.refusal(name, input, node))
                    .ifPresent(refusal -> remarks.problem(value.orElseThrow().span(), "", refusal));
            value.or(() -> input.get("default")).flatMap(InputValues::text).ifPresent(text -> texts.put(name, text));
            if (value.isEmpty() && input.get("default").isEmpty()) {
                missing(name, input, entry.map(IncludeEntry::span));
            }
        });
    }

    private void missing(String name, SpecInput input, Optional<Span> include) {
        if (include.isPresent() && input.get("rules").isEmpty()) {
            remarks.problem(include.get(), "", "The included file needs a value for its input '%s'.".formatted(name));
        } else {
            remarks.gap(input.span(), "The value of input '%s' is not known.".formatted(name));
        }
    }

    private static Optional<YamlMap> map(Optional<YamlNode> parent, String key) {
        return parent.map(YamlNode::target)
                .filter(YamlMap.class::isInstance)
                .flatMap(map -> ((YamlMap) map).get(key))
                .map(YamlNode::target)
                .filter(YamlMap.class::isInstance)
                .map(YamlMap.class::cast);
    }

    /** What stands in the file in place of the input: a text itself, everything else as JSON. */
    private static Optional<String> text(YamlNode value) {
        return switch (value) {
            case YamlScalar scalar -> Optional.of(scalar.isNull() ? "null" : Scalars.text(scalar));
            default -> Json.of(value);
        };
    }

    /** Whether a name may be an input, declared here or in a file that the header includes. */
    boolean mayHave(String name) {
        return open || declared.containsKey(name);
    }

    /** The text of an input, if it is known. */
    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** Whether the values of all inputs are known. */
    boolean areKnown() {
        return !open && texts.keySet().containsAll(List.copyOf(declared.keySet()));
    }
}
