package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code rules} of an include. They may ask which files there are; what they ask about the pipeline is rarely certain. */
final class IncludeRules {
    private final ProjectFiles files;

    IncludeRules(ProjectFiles files) {
        this.files = files;
    }

    /** Whether the file is included, in whatever pipeline. */
    Truth allow(YamlNode rules) {
        RuleList list = RuleList.of(rules, this::exists);
        List<Truth> answers =
                Arrays.stream(PipelineKind.values()).map(list::allow).distinct().toList();
        return answers.size() == 1 ? answers.getFirst() : Truth.MAYBE;
    }

    private Truth exists(YamlNode clause) {
        if (!(clause.target() instanceof YamlList list)) {
            return clause.target() instanceof YamlScalar path ? file(path.value()) : Truth.MAYBE;
        }
        return list.items().stream()
                .limit(50)
                .map(item -> item.target() instanceof YamlScalar path ? file(path.value()) : Truth.MAYBE)
                .reduce(Truth.NO, Truth::or);
    }

    /** GitLab's patterns know more than ours here ({@code [a-z]}, {@code {a,b}}, {@code ?}), so that only plain ones are tried. */
    private Truth file(String path) {
        if (!files.isWhole() || path.isBlank() || path.matches(".*[$\\[{?\\\\].*") || path.startsWith("/")) {
            return Truth.MAYBE;
        }
        var pattern = new PathPattern(path);
        if (!pattern.hasWildcards()) {
            return IncludedSources.isPlain(path) ? Truth.of(files.read(path).isPresent()) : Truth.MAYBE;
        }
        Optional<List<String>> paths = files.paths();
        return paths.isPresent() && pattern.isSimple() && !path.contains("**")
                ? Truth.of(!pattern.among(paths.get()).isEmpty())
                : Truth.MAYBE;
    }
}
