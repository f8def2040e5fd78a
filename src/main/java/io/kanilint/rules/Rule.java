package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import java.util.stream.Stream;

/** One check. Stateless; a rule that is not sure stays silent. */
public interface Rule {

    /** The name in settings, comments and reports: the class's name in kebab case. */
    String id();

    Severity severity();

    /** One line for lists. */
    String summary();

    /** What is wrong; fixes may be offered that still have to be proven. */
    Stream<Finding> check(Configuration configuration);
}
