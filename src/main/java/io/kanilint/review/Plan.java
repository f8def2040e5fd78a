package io.kanilint.review;

import io.kanilint.finding.Finding;
import java.util.List;

/**
 * What is to be done, in that order.
 *
 * @param rest findings that get no thread, as there would be too many
 */
record Plan(List<ThreadAction> actions, List<Finding> rest) {
    Plan {
        actions = List.copyOf(actions);
        rest = List.copyOf(rest);
    }
}
