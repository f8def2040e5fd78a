package io.kanilint.fix;

import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Set;

/** Finds out whether a job is named elsewhere in its configuration, so that it cannot vanish without a repair there. */
final class JobReferences {
    private static final Set<String> NAMING = Set.of("needs", "dependencies", "extends");

    private final String job;

    private JobReferences(String job) {
        this.job = job;
    }

    static boolean exist(List<YamlMap> contents, String job) {
        return contents.stream().anyMatch(new JobReferences(job)::in);
    }

    private boolean in(YamlNode node) {
        return switch (node) {
            case YamlMap map ->
                map.entries().stream()
                        .anyMatch(entry -> entry.name().filter(NAMING::contains).isPresent()
                                ? names(entry.value()) || in(entry.value())
                                : in(entry.value()));
            case YamlList list -> list.items().stream().anyMatch(this::in);
            case YamlReference reference ->
                reference.path().stream().limit(1).anyMatch(name -> name.value().equals(job));
            case YamlScalar _, YamlAlias _ -> false;
        };
    }

    private boolean names(YamlNode value) {
        return switch (value.target()) {
            case YamlScalar scalar -> scalar.value().equals(job);
            case YamlList list -> list.items().stream().anyMatch(this::names);
            case YamlMap map -> map.get("job").filter(this::names).isPresent();
            case YamlReference _, YamlAlias _ -> false;
        };
    }
}
