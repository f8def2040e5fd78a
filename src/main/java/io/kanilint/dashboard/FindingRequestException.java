package io.kanilint.dashboard;

import java.util.List;
import java.util.stream.Collectors;

/** Parameters of a request that cannot be understood. */
final class FindingRequestException extends RuntimeException {
    private final transient List<Problem> problems;

    /**
     * What is wrong with one parameter.
     *
     * @param sentence for whoever asked
     */
    record Problem(String parameter, String sentence) {}

    FindingRequestException(List<Problem> problems) {
        super(problems.stream().map(Problem::sentence).collect(Collectors.joining(" ")), null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<Problem> byParameter() {
        return problems;
    }

    List<String> problems() {
        return problems.stream().map(Problem::sentence).toList();
    }
}
