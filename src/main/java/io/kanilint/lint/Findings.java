package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings of all pipelines of a project as one list. */
final class Findings {

    /** The same whichever pipeline read the file. */
    private record Key(String rule, String file, int start, int end, String job, String subject) {
        static Key of(Finding finding) {
            Span span = finding.span();
            return new Key(
                    finding.rule(), span.source().path(), span.start(), span.end(), finding.job(), finding.subject());
        }
    }

    private Findings() {}

    /**
     * Each once, where pipelines share a file; those that nothing but their place tells apart are told apart by their order.
     * A fix in a file that several pipelines read was proven in one of them only, and is not offered.
     */
    static List<Finding> ofAll(List<Finding> findings, List<Pipeline> pipelines) {
        Set<String> shared = shared(pipelines);
        var said = new HashSet<Key>();
        var seen = new HashMap<String, Integer>();
        var numbered = new ArrayList<Finding>();
        for (Finding finding : findings) {
            if (said.add(Key.of(finding))) {
                int number = seen.merge(finding.fingerprint(), 1, Integer::sum);
                Finding told = number == 1 ? finding : finding.withNumber(number);
                numbered.add(told.withFixes(told.fixes().stream()
                        .filter(fix -> isProven(fix, shared))
                        .toList()));
            }
        }
        return List.copyOf(numbered);
    }

    private static boolean isProven(Fix fix, Set<String> shared) {
        return fix.edits().stream().map(Edit::file).noneMatch(shared::contains);
    }

    /** The files that more than one pipeline reads. */
    private static Set<String> shared(List<Pipeline> pipelines) {
        var once = new HashSet<String>();
        var shared = new HashSet<String>();
        for (Pipeline pipeline : pipelines) {
            pipeline.sources().stream()
                    .map(Source::path)
                    .distinct()
                    .filter(path -> !once.add(path))
                    .forEach(shared::add);
        }
        return shared;
    }
}
