package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.text.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Places that were reported: a command is written once, however often a loop or several jobs run it. */
final class Places {

    private record Place(Span span, String subject) {}

    private final Set<Place> seen = new HashSet<>();

    private Places() {}

    /** Lets the first finding about the same thing in the same place pass: that of the first build or job. */
    static Predicate<Finding> once() {
        var places = new Places();
        return finding -> places.seen.add(new Place(finding.span(), finding.subject()));
    }
}
