package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlException;
import io.kanilint.yaml.YamlFile;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a CI file into the jobs that GitLab would make of it. */
public final class PipelineReader {
    private Optional<YamlMap> root = Optional.empty();
    private final List<Job> jobs = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();

    private PipelineReader() {}

    /** The pipeline of a project; what is wrong with its file is among the problems. */
    public static Pipeline read(ProjectFiles files) {
        var reader = new PipelineReader();
        Optional<Source> source = files.read(files.ciPath());
        if (source.isEmpty()) {
            var nowhere = new Source(files.ciPath(), "");
            reader.fatal(new Span(nowhere, 0, 0), "There is no such file.");
        } else {
            reader.read(source.get());
        }
        return new Pipeline(reader.root, reader.jobs, reader.problems, reader.gaps);
    }

    private void read(Source source) {
        YamlFile file;
        try {
            file = YamlReader.read(source, YamlLimits.DEFAULT);
        } catch (YamlException e) {
            fatal(e.span(), String.valueOf(e.getMessage()));
            return;
        }
        Span start = new Span(source, 0, 0);
        YamlNode content = file.content().map(YamlNode::target).orElse(null);
        if (content == null || content.isNull()) {
            fatal(start, "The file is empty: it holds no jobs.");
        } else if (content instanceof YamlMap map) {
            root = Optional.of(map);
            readJobs(map);
        } else {
            fatal(content.span(), "A CI file is a mapping of job names to jobs; this is %s.".formatted(content.kind()));
        }
    }

    private void fatal(Span span, String message) {
        problems.add(new Problem(span, "", message, true));
    }

    private void readJobs(YamlMap root) {
        root.get("include")
                .filter(include -> !include.isNull())
                .ifPresent(include -> gaps.add(new Gap(
                        include.span(), "Included files are not read yet; what they add or change is not seen.")));
        boolean whole = gaps.isEmpty();
        var templates = new Templates(root, problems, whole);
        root.effective().forEach((name, entry) -> {
            if (!name.startsWith(".") && !Keywords.GLOBAL.contains(name)) {
                readJob(name, entry, templates, whole);
            }
        });
    }

    private void readJob(String name, YamlMap.Entry entry, Templates templates, boolean whole) {
        if (!(entry.value().target() instanceof YamlMap body)) {
            YamlNode value = entry.value();
            problem(
                    value.isNull() ? entry.key().span() : value.span(),
                    name,
                    value.isNull()
                            ? nothingToRun(name)
                            : "Job '%s' is %s; GitLab takes a mapping with a 'script'.".formatted(name, value.kind()));
            return;
        }
        Map<String, YamlNode> keywords = templates.keywords(name, body);
        boolean runs = has(keywords, "script") || has(keywords, "trigger") || has(keywords, "run");
        boolean unresolved = keywords.containsKey("extends") && !templates.knowsAll(keywords);
        if (!runs && whole && !unresolved) {
            problem(entry.key().span(), name, nothingToRun(name));
        }
        YamlNode steps = keywords.get("run");
        if (steps != null) {
            gaps.add(new Gap(steps.span(), "'run' of job '%s' is not analysed.".formatted(name)));
        }
        var scripts = new ScriptReader(name, problems, gaps);
        jobs.add(new Job(
                name,
                entry,
                keywords,
                Images.read(keywords.get("image")),
                scripts.read(keywords, "before_script", "script"),
                scripts.read(keywords, "after_script")));
    }

    private static String nothingToRun(String job) {
        return "Job '%s' has nothing to run. GitLab refuses a job without 'script', 'run' or 'trigger'.".formatted(job);
    }

    private static boolean has(Map<String, YamlNode> keywords, String name) {
        YamlNode value = keywords.get(name);
        return value != null && !value.isNull();
    }

    private void problem(Span span, String job, String message) {
        problems.add(new Problem(span, job, message, false));
    }
}
