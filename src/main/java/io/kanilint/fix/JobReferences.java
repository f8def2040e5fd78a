package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where jobs and templates are named in their configuration, so that they cannot vanish without a repair there. */
public final class JobReferences {
    /** What may hold any keys. */
    private static final Set<String> FREE = Set.of("variables", "inputs", "matrix");

    /** The name of one of the jobs that {@code parallel} makes. */
    private static final Pattern INSTANCE = Pattern.compile("(?s)(.+?)(?:: \\[.*]| \\d+/\\d+)");

    private final Map<String, List<JobUse>> uses = new HashMap<>();

    private final boolean all;

    private JobReferences(boolean all) {
        this.all = all;
    }

    /**
     * Collects them.
     *
     * @param child whether another pipeline starts this one
     */
    public static JobReferences in(Pipeline pipeline, boolean child) {
        boolean alone = !child && pipeline.jobs().stream().noneMatch(JobReferences::startsPipeline);
        var references = new JobReferences(alone && pipeline.isWhole());
        pipeline.contents().forEach(content -> references.read(content, true));
        return references;
    }

    private static boolean startsPipeline(Job job) {
        YamlNode trigger = job.keywords().get("trigger");
        return trigger != null
                && trigger.target() instanceof YamlMap map
                && map.get("include").isPresent();
    }

    /** Whether nothing else can name what is defined here: a file that was not read, or a pipeline that shares files. */
    boolean areAll() {
        return all;
    }

    /** Every place that names a job, in the order of the files. */
    List<JobUse> of(String name) {
        return uses.getOrDefault(name, List.of());
    }

    private void read(YamlNode node, boolean naming) {
        switch (node) {
            case YamlMap map ->
                map.entries().forEach(entry -> {
                    String keyword = entry.name().orElse("");
                    if (naming) {
                        keyword(keyword, entry.value(), map);
                    }
                    read(entry.value(), naming && !FREE.contains(keyword));
                });
            case YamlList list -> list.items().forEach(item -> read(item, naming));
            case YamlReference reference ->
                reference.path().stream()
                        .limit(1)
                        .forEach(name -> add(name.value(), new JobUse.Reference(reference, name)));
            case YamlScalar _, YamlAlias _ -> {}
        }
    }

    private void keyword(String keyword, YamlNode value, YamlMap around) {
        switch (keyword) {
            case "needs", "dependencies" -> {
                if (value.target() instanceof YamlList list) {
                    list.items().forEach(item -> entry(list, item, keyword));
                }
            }
            case "extends" -> {
                switch (value) {
                    case YamlScalar name -> add(name.value(), new JobUse.Parent(name));
                    case YamlList list -> list.items().forEach(item -> keyword("extends", item, around));
                    case YamlAlias alias -> named(alias.target(), alias, "an alias under 'extends' stands for it");
                    case YamlMap _, YamlReference _ -> {}
                }
            }
            case "on_stop" -> named(value, value, "another job's environment is stopped by it");
            case "job" -> {
                if (around.get("artifact").isPresent()) {
                    named(value, value, "a child pipeline is made of its artifact");
                }
            }
            default -> {}
        }
    }

    private void named(YamlNode name, YamlNode place, String reason) {
        switch (name.target()) {
            case YamlScalar scalar -> add(scalar.value(), new JobUse.Fixed(place.span(), reason));
            case YamlList list -> list.items().forEach(item -> named(item, place, reason));
            default -> {}
        }
    }

    private void entry(YamlList list, YamlNode item, String keyword) {
        switch (item.target()) {
            case YamlScalar name -> item(list, item, name, keyword);
            case YamlMap map
            when map.get("pipeline").isEmpty() && map.get("project").isEmpty() ->
                map.get("job")
                        .map(YamlNode::target)
                        .filter(YamlScalar.class::isInstance)
                        .ifPresent(name -> item(list, item, (YamlScalar) name, keyword));
            default -> {}
        }
    }

    private void item(YamlList list, YamlNode item, YamlScalar name, String keyword) {
        add(name.value(), new JobUse.Item(list, item, name));
        Matcher instance = INSTANCE.matcher(name.value());
        if (instance.matches()) {
            String reason = "one of its instances is named under '%s'".formatted(keyword);
            add(instance.group(1), new JobUse.Fixed(name.span(), reason));
        }
    }

    private void add(String name, JobUse use) {
        uses.computeIfAbsent(name, _ -> new ArrayList<>()).add(use);
    }
}
