package io.kanilint.finding;

import io.kanilint.kaniko.DockerfileUse;
import io.kanilint.text.Span;
import java.util.List;

/**
 * Something a rule found.
 *
 * @param rule the rule's id
 * @param job the job it concerns, or empty for the whole file
 * @param subject what in the job it concerns where a rule can find several things there, such as a flag; otherwise empty
 * @param message what happens, why, and what to do, in at most four sentences
 * @param related other places that belong to it
 * @param fixes changes that remove it, the one to suggest first
 * @param stake what it means for the images here; no part of the fingerprint
 */
public record Finding(
        String rule,
        Severity severity,
        String job,
        String subject,
        Span span,
        String message,
        List<Related> related,
        List<Fix> fixes,
        Stake stake) {

    public Finding {
        related = List.copyOf(related);
        fixes = List.copyOf(fixes);
    }

    /** One of which no files tell more. */
    public Finding(
            String rule,
            Severity severity,
            String job,
            String subject,
            Span span,
            String message,
            List<Related> related,
            List<Fix> fixes) {
        this(rule, severity, job, subject, span, message, related, fixes, Stake.NONE);
    }

    /** The same about builds whose Dockerfiles may tell more. */
    public Finding about(List<DockerfileUse> builds) {
        return new Finding(rule, severity, job, subject, span, message, related, fixes, new Stake(builds, ""));
    }

    /** With what the Dockerfiles tell; empty if that is nothing. */
    public Finding told(String what) {
        return new Finding(rule, severity, job, subject, span, message, related, fixes, stake.told(what));
    }

    /** The message with what is at stake. */
    public String fullMessage() {
        return stake.text().isEmpty() ? message : message + " " + stake.text();
    }

    /** Tells it apart from findings before it that are the same but for their place. */
    public Finding withNumber(int number) {
        return new Finding(rule, severity, job, subject + "#" + number, span, message, related, fixes, stake);
    }

    /** The subject without a number. */
    public String topic() {
        return subject.replaceFirst("#\\d+$", "");
    }

    /** One that is the only one of its rule in a job or file. */
    public Finding(
            String rule,
            Severity severity,
            String job,
            Span span,
            String message,
            List<Related> related,
            List<Fix> fixes) {
        this(rule, severity, job, "", span, message, related, fixes);
    }

    public Finding withFixes(List<Fix> changed) {
        return new Finding(rule, severity, job, subject, span, message, related, changed, stake);
    }

    public Finding withSeverity(Severity changed) {
        return new Finding(rule, changed, job, subject, span, message, related, fixes, stake);
    }

    /**
     * What makes this the same finding in another version of the file, in the comments and in every report: rule, file,
     * job and subject, but no line numbers. 32 hexadecimal digits.
     */
    public String fingerprint() {
        String file = span.source().path();
        return subject.isEmpty() ? Fingerprints.of(rule, file, job) : Fingerprints.of(rule, file, job, subject);
    }
}
