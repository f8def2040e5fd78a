package io.kanilint.pipeline;

import io.kanilint.text.Source;
import io.kanilint.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/**
 * A configuration after resolution: its jobs, what GitLab would refuse, and what could not be read.
 *
 * @param root the CI file's content as written, if it could be read
 * @param contents the contents of all files that could be read, in the order in which they are merged, the CI file last
 * @param sources the files that were opened, each once
 * @param own those of them that lie in the project itself, so that they can be changed together
 * @param isWhole whether every file that is included could be read; if not, others may name what these define
 * @param children pipelines of their own that its jobs start, from files of the project
 */
public record Pipeline(
        Optional<YamlMap> root,
        List<YamlMap> contents,
        List<Source> sources,
        List<Source> own,
        boolean isWhole,
        List<Job> jobs,
        List<Problem> problems,
        List<Gap> gaps,
        List<ChildPipeline> children) {

    public Pipeline {
        contents = List.copyOf(contents);
        sources = List.copyOf(sources);
        own = List.copyOf(own);
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
        gaps = List.copyOf(gaps);
        children = List.copyOf(children);
    }

    public Optional<Job> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Whether the file itself could be read. */
    public boolean isReadable() {
        return problems.stream().noneMatch(problem -> problem.lost() == Problem.Loss.ALL);
    }

    /** Whether no file is missing for a fault in it; files of other projects and of the web may be. */
    public boolean isIntact() {
        return problems.stream().allMatch(problem -> problem.lost() == Problem.Loss.NOTHING);
    }
}
