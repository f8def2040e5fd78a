package io.kanilint.pipeline;

import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes jobs of the merged configuration. */
final class JobReader {
    private static final int LONGEST_NAME = 255;

    private final Definitions definitions;
    private final Extends configuration;
    private final References references;
    private final Budget budget;
    private final Remarks remarks;
    private final Defaults defaults;
    private final VariableReader variables;
    private final PipelineKinds kinds;
    private final ScriptReader scripts;

    JobReader(Definitions definitions, ScalarTexts texts, Budget budget, YamlMerge merge, Remarks remarks) {
        this.definitions = definitions;
        this.configuration = new Extends(definitions, merge, remarks);
        this.references = new References(configuration, budget, remarks);
        this.budget = budget;
        this.remarks = remarks;
        this.defaults = new Defaults(configuration);
        Optional<YamlNode> workflow = resolved("workflow");
        this.variables = new VariableReader(defaults, budget, resolved("variables"), workflow);
        this.kinds = new PipelineKinds(workflow);
        this.scripts = new ScriptReader(references, texts, budget, remarks);
    }

    private Optional<YamlNode> resolved(String name) {
        return configuration
                .value(name)
                .map(node -> references.resolve(node, "").target());
    }

    /** The jobs that run, in the order in which their names first appear. */
    List<Job> jobs() {
        return definitions.names().stream()
                .filter(Keywords::isJob)
                .flatMap(name -> job(name).stream())
                .toList();
    }

    private Optional<Job> job(String name) {
        List<YamlMap.Entry> entries = definitions.entries(name);
        Span place = entries.getLast().key().span();
        Optional<Extends.Extended> extended = configuration.of(name);
        if (extended.isEmpty() || !(extended.get().value() instanceof YamlMap body)) {
            if (remarks.whole() || definitions.isOwn(name)) {
                noMapping(name, entries.getLast());
            }
            return Optional.empty();
        }
        if (name.length() > LONGEST_NAME) {
            remarks.problem(place, name, "The name of this job is longer than %d characters.".formatted(LONGEST_NAME));
        }
        int misses = references.misses();
        var written = new LinkedHashMap<String, YamlNode>();
        body.effective().forEach((keyword, entry) -> {
            if (!entry.value().isNull()) {
                written.put(keyword, entry.value());
            }
        });
        if (extended.get().complete()) {
            defaults.addTo(written);
        }
        var keywords = new LinkedHashMap<String, YamlNode>();
        written.forEach((keyword, value) -> keywords.put(keyword, references.resolve(value, name)));
        Script script = scripts.read(name, written, "before_script", "script");
        Script afterScript = scripts.read(name, written, "after_script");
        boolean complete = extended.get().complete()
                && misses == references.misses()
                && keywords.values().stream().noneMatch(YamlReference.class::isInstance);
        if (complete && remarks.whole() && !isAnythingToRun(keywords)) {
            remarks.problem(place, name, nothingToRun(name));
        }
        if (keywords.containsKey("run")) {
            remarks.gap(keywords.get("run").span(), "'run' of job '%s' is not analysed.".formatted(name));
        }
        Matrix matrix = MatrixReader.read(keywords.get("parallel"), name, budget, remarks);
        return Optional.of(new Job(
                name,
                entries,
                Collections.unmodifiableMap(keywords),
                Images.read(keywords.get("image")),
                script,
                afterScript,
                variables.of(keywords, matrix),
                matrix.cells(),
                kinds.of(keywords),
                complete));
    }

    private void noMapping(String name, YamlMap.Entry entry) {
        YamlNode value = entry.value();
        boolean nothing = value.isNull();
        remarks.problem(
                nothing ? entry.key().span() : value.span(),
                name,
                nothing
                        ? nothingToRun(name)
                        : "Job '%s' is %s; GitLab takes a mapping with a 'script'.".formatted(name, value.kind()));
    }

    private static String nothingToRun(String job) {
        return "Job '%s' has nothing to run. GitLab refuses a job without 'script', 'run' or 'trigger'.".formatted(job);
    }

    /** A job that {@code needs} another pipeline mirrors that one's status and runs nothing itself. */
    private static boolean isAnythingToRun(Map<String, YamlNode> keywords) {
        YamlNode script = keywords.get("script");
        return (script != null && !isEmpty(script))
                || keywords.containsKey("trigger")
                || keywords.containsKey("run")
                || (keywords.get("needs") instanceof YamlNode needs && isPipeline(needs));
    }

    private static boolean isEmpty(YamlNode script) {
        return switch (script.target()) {
            case YamlScalar scalar -> scalar.value().isBlank();
            case YamlList list -> list.items().isEmpty();
            default -> false;
        };
    }

    private static boolean isPipeline(YamlNode needs) {
        return switch (needs.target()) {
            case YamlMap map -> map.get("pipeline").isPresent();
            case YamlList list -> list.items().stream().anyMatch(JobReader::isPipeline);
            default -> false;
        };
    }
}
