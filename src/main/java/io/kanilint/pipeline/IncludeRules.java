package io.kanilint.pipeline;

import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code rules} of an include. They may ask which files there are; what they ask about the pipeline is rarely certain. */
final class IncludeRules {
    private static final int MOST_PATTERNS = 50;

    private final ProjectFiles files;
    private final FileSearch search;

    IncludeRules(ProjectFiles files, FileSearch search) {
        this.files = files;
        this.search = search;
    }

    /** Whether the file is included, in whatever pipeline. */
    Truth allow(YamlNode rules) {
        RuleList list = RuleList.of(rules, this::exists);
        List<Truth> answers =
                Arrays.stream(PipelineKind.values()).map(list::allow).distinct().toList();
        return answers.size() == 1 ? answers.getFirst() : Truth.MAYBE;
    }

    /** A pattern, a list of them, or a mapping that holds them under {@code paths}. */
    private Truth exists(YamlNode clause) {
        return switch (clause.target()) {
            case YamlMap map
            when map.get("project").isEmpty() ->
                map.get("paths").map(this::exists).orElse(Truth.MAYBE);
            case YamlList list
            when list.items().size() <= MOST_PATTERNS ->
                list.items().stream().map(this::file).reduce(Truth.NO, Truth::or);
            case YamlScalar path -> file(path);
            default -> Truth.MAYBE;
        };
    }

    private Truth file(YamlNode item) {
        Optional<FileGlob> glob = item.target() instanceof YamlScalar path
                        && files.isWhole()
                        && !path.value().isBlank()
                ? FileGlob.of(path.value())
                : Optional.empty();
        return glob.map(pattern -> pattern.isPath() ? read(((YamlScalar) item.target()).value()) : among(pattern))
                .orElse(Truth.MAYBE);
    }

    private Truth read(String path) {
        return IncludedSources.isPlain(path) ? Truth.of(files.read(path).isPresent()) : Truth.NO;
    }

    private Truth among(FileGlob pattern) {
        return search.matching("", pattern.isDeep(), pattern.length(), pattern::matches)
                .map(matching -> Truth.of(!matching.isEmpty()))
                .orElse(Truth.MAYBE);
    }
}
