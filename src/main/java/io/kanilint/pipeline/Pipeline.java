package io.kanilint.pipeline;

import io.kanilint.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/**
 * A configuration after resolution: its jobs, what GitLab would refuse, and what could not be read.
 *
 * @param root the CI file's content as written, if it could be read
 */
public record Pipeline(Optional<YamlMap> root, List<Job> jobs, List<Problem> problems, List<Gap> gaps) {

    public Pipeline {
        jobs = List.copyOf(jobs);
        problems = List.copyOf(problems);
        gaps = List.copyOf(gaps);
    }

    public Optional<Job> job(String name) {
        return jobs.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** Whether the file itself could be read. */
    public boolean isReadable() {
        return problems.stream().noneMatch(Problem::fatal);
    }
}
