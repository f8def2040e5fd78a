package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.Optional;

/** What GitLab refuses about the value of an input: its type, its options, its pattern. */
final class InputCheck {
    private InputCheck() {}

    /** Why the value is refused, if that is certain. */
    static Optional<String> refusal(String name, SpecInput input, YamlNode value) {
        if (value instanceof YamlReference) {
            return Optional.empty();
        }
        String type = input.text("type").orElse("string");
        if (!fits(type, value)) {
            String hint = type.equals("string") && value instanceof YamlScalar ? "; put the value in quotes" : "";
            return Optional.of("Input '%s' of the included file takes the type %s, and this is none%s."
                    .formatted(name, type, hint));
        }
        if (value instanceof YamlScalar scalar && !scalar.value().contains("$")) {
            return options(name, input, scalar).or(() -> pattern(name, input, scalar));
        }
        return Optional.empty();
    }

    private static boolean fits(String type, YamlNode value) {
        return switch (type) {
            case "string" -> value instanceof YamlScalar scalar && !Scalars.isTyped(scalar);
            case "number" -> value instanceof YamlScalar scalar && Scalars.isNumber(scalar);
            case "boolean" -> value instanceof YamlScalar scalar && Scalars.isBoolean(scalar);
            case "array" -> value instanceof YamlList;
            default -> true;
        };
    }

    private static Optional<String> options(String name, SpecInput input, YamlScalar value) {
        boolean refused = input.get("options").orElse(null) instanceof YamlList options
                && options.items().stream()
                        .allMatch(option -> option.target() instanceof YamlScalar text
                                && !text.value().contains("$")
                                && !Scalars.text(text).equals(Scalars.text(value)));
        return refused
                ? Optional.of("'%s' is not among the options of input '%s' of the included file."
                        .formatted(value.value(), name))
                : Optional.empty();
    }

    private static Optional<String> pattern(String name, SpecInput input, YamlScalar value) {
        return input.text("regex")
                .filter(regex -> RulePattern.matches(new RuleValue.Text(value.value()), "/" + regex + "/") == Truth.NO)
                .map(regex -> "'%s' does not match the pattern of input '%s' of the included file: %s"
                        .formatted(value.value(), name, regex));
    }
}
