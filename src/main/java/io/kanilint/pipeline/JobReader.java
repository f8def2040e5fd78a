package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes jobs of the merged configuration. */
final class JobReader {
    /** Many times what anybody's GitLab allows in one pipeline ({@code ci_pipeline_size}). */
    private static final int MOST_JOBS = 10_000;

    private final Definitions definitions;
    private final Extends configuration;
    private final References references;
    private final Budget budget;
    private final Remarks remarks;
    private final Defaults defaults;
    private final VariableReader variables;
    private final PipelineKinds kinds;
    private final ScriptReader scripts;
    private final JobCheck check;

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
        this.check = new JobCheck(remarks);
    }

    private Optional<YamlNode> resolved(String name) {
        return configuration
                .value(name)
                .map(node -> references.resolve(node, "").target());
    }

    /** The jobs that run, in the order in which their names first appear. */
    List<Job> jobs() {
        var jobs = new ArrayList<Job>();
        for (String name : definitions.names()) {
            if (budget.isSpent()) {
                break;
            }
            if (Keywords.isJob(name)) {
                if (jobs.size() == MOST_JOBS) {
                    remarks.problem(
                            definitions.entries(name).getLast().key().span(),
                            "",
                            "There are more than %,d jobs. From here on, none is read.".formatted(MOST_JOBS));
                    break;
                }
                job(name).ifPresent(jobs::add);
            }
        }
        return jobs;
    }

    private Optional<Job> job(String name) {
        Optional<Extends.Extended> extended = configuration.of(name);
        if (extended.isPresent() && extended.get().value() instanceof YamlMap body) {
            return Optional.of(job(name, body, extended.get().complete()));
        }
        if (remarks.whole() || definitions.isOwn(name)) {
            check.noMapping(name, definitions.entries(name).getLast());
        }
        return Optional.empty();
    }

    private Job job(String name, YamlMap body, boolean parentsKnown) {
        int misses = references.misses();
        Map<String, YamlNode> written = written(body, parentsKnown);
        var keywords = new LinkedHashMap<String, YamlNode>();
        written.forEach((keyword, value) -> keywords.put(keyword, references.resolve(value, name)));
        Script script = scripts.read(name, written, "before_script", "script");
        Script afterScript = scripts.read(name, written, "after_script");
        boolean complete = parentsKnown
                && misses == references.misses()
                && keywords.values().stream().noneMatch(YamlReference.class::isInstance);
        List<YamlMap.Entry> entries = definitions.entries(name);
        check.mapping(name, entries.getLast(), keywords, complete);
        Matrix matrix = MatrixReader.read(keywords.get("parallel"), name, budget, remarks);
        return new Job(
                name,
                entries,
                Collections.unmodifiableMap(keywords),
                Images.read(keywords.get("image")),
                script,
                afterScript,
                variables.of(keywords, matrix),
                matrix.cells(),
                kinds.of(keywords),
                complete);
    }

    /** The values that count, references still in them. An unknown parent may have what a default would give. */
    private Map<String, YamlNode> written(YamlMap body, boolean parentsKnown) {
        var written = new LinkedHashMap<String, YamlNode>();
        body.effective().forEach((keyword, entry) -> {
            if (!entry.value().isNull()) {
                written.put(keyword, entry.value());
            }
        });
        if (parentsKnown) {
            defaults.addTo(written);
        }
        return written;
    }
}
