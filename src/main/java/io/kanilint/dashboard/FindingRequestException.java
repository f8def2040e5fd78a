package io.kanilint.dashboard;

import java.util.List;

/** Parameters of a request that cannot be understood. */
final class FindingRequestException extends RuntimeException {
    private final transient List<String> problems;

    /** @param problems what is wrong, each as a sentence for whoever asked */
    FindingRequestException(List<String> problems) {
        super(String.join(" ", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
