package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The file is not YAML, a job or reference in it makes no sense to GitLab, or a limit is exceeded. */
public final class UnreadableConfiguration implements Rule {
    public static final String ID = "unreadable-configuration";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the CI file cannot be read, or GitLab would refuse it";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.pipeline().problems().stream()
                .map(problem -> new Finding(
                        id(), severity(), problem.subject(), problem.span(), problem.message(), List.of(), List.of()));
    }
}
