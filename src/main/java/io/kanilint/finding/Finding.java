package io.kanilint.finding;

import io.kanilint.text.Span;
import java.util.List;

/**
 * Something a rule found.
 *
 * @param rule the rule's id
 * @param job the job it concerns, or empty for the whole file
 * @param message what happens, why, and what to do, in at most four sentences
 * @param related other places that belong to it
 * @param fixes changes that remove it, the one to suggest first
 */
public record Finding(
        String rule, Severity severity, String job, Span span, String message, List<Related> related, List<Fix> fixes) {

    public Finding {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    public Finding withFixes(List<Fix> changed) {
        return new Finding(rule, severity, job, span, message, related, changed);
    }

    /**
     * What makes this the same finding in another version of the file, in the comments and in every report: rule, file
     * and job, but no line numbers. 32 hexadecimal digits.
     */
    public String fingerprint() {
        return Fingerprints.of(rule, span.source().path(), job);
    }
}
