package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a CI file into the jobs that GitLab would make of it, in GitLab's order: each file with its inputs, includes
 * merged, {@code extends}, {@code !reference}, and defaults as the jobs are made.
 */
public final class PipelineReader {
    /** A CI file that a project keeps in another one. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?<file>[^@]+)@(?<project>[^:@]+/[^:@]+)(?::(?<ref>.+))?");

    private final ProjectFiles files;
    private final Remarks remarks;
    private final ScalarTexts texts = new ScalarTexts();
    private final ConfigurationFiles configuration;

    private PipelineReader(ProjectFiles files) {
        this.files = files;
        this.remarks = new Remarks(files.isWhole());
        this.configuration = new ConfigurationFiles(files, remarks, texts);
    }

    /**
     * The pipeline of a project; what is wrong with its files is among the problems. Nothing that a file says makes this
     * throw; what the project's files throw is passed on.
     */
    public static Pipeline read(ProjectFiles files) {
        return new PipelineReader(files).read();
    }

    private Pipeline read() {
        Optional<YamlMap> root = main();
        List<Job> jobs = root.isPresent() ? jobs() : List.of();
        return new Pipeline(
                root,
                configuration.contents(),
                configuration.sources(),
                configuration.ownSources(),
                !remarks.unread(),
                jobs,
                remarks.problems(),
                remarks.gaps(),
                remarks.children());
    }

    private Optional<YamlMap> main() {
        String path = files.ciPath();
        Span nowhere = new Span(new Source(path, ""), 0, 0);
        if (path.matches("https?://.*")) {
            remarks.unread(nowhere, "The project's CI file lies on the web and is never fetched.");
            return Optional.empty();
        }
        Optional<Source> own = files.read(path);
        if (own.isPresent()) {
            return configuration.readMain(new Include.Local(path), own.get());
        }
        Matcher elsewhere = ELSEWHERE.matcher(path);
        if (!elsewhere.matches()) {
            remarks.fatal(nowhere, "There is no such file.");
            return Optional.empty();
        }
        var include = new Include.Project(
                elsewhere.group("project"), Optional.ofNullable(elsewhere.group("ref")), elsewhere.group("file"));
        Optional<Source> other = files.included(include);
        if (other.isEmpty()) {
            remarks.unread(nowhere, "The project's CI file is %s, which is not read.".formatted(include.description()));
        }
        return other.flatMap(source -> configuration.readMain(include, source));
    }

    private List<Job> jobs() {
        var budget = new Budget(remarks);
        var merge = new YamlMerge(budget);
        var definitions = new Definitions(configuration.contents(), merge);
        return new JobReader(definitions, texts, budget, merge, remarks).jobs();
    }
}
