package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The jobs that are named elsewhere in their configuration, so that they cannot vanish without a repair there. */
public final class JobReferences {
    private static final Set<String> NAMING = Set.of("needs", "dependencies", "extends");

    private final Set<String> names = new HashSet<>();

    private JobReferences() {}

    public static JobReferences in(List<YamlMap> contents) {
        var references = new JobReferences();
        contents.forEach(references::read);
        return references;
    }

    boolean name(Job job) {
        return names.contains(job.name());
    }

    private void read(YamlNode node) {
        switch (node) {
            case YamlMap map ->
                map.entries().forEach(entry -> {
                    if (entry.name().filter(NAMING::contains).isPresent()) {
                        add(entry.value());
                    }
                    read(entry.value());
                });
            case YamlList list -> list.items().forEach(this::read);
            case YamlReference reference -> reference.path().stream().limit(1).forEach(name -> names.add(name.value()));
            case YamlScalar _, YamlAlias _ -> {}
        }
    }

    private void add(YamlNode value) {
        switch (value.target()) {
            case YamlScalar scalar -> names.add(scalar.value());
            case YamlList list -> list.items().forEach(this::add);
            case YamlMap map -> map.get("job").ifPresent(this::add);
            case YamlReference _, YamlAlias _ -> {}
        }
    }
}
