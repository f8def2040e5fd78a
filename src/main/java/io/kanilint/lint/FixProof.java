package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.Configuration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Proves fixes by applying them and looking again: the finding is gone, nothing new is found, every other job is what it
 * was, and the images built are the same.
 */
final class FixProof {
    private final ProjectFiles files;
    private final Configuration before;
    private final List<Finding> findings;

    FixProof(ProjectFiles files, Configuration before, List<Finding> findings) {
        this.files = files;
        this.before = before;
        this.findings = findings;
    }

    /** The finding with those of its fixes that stand their proof. */
    Finding proven(Finding finding) {
        return finding.withFixes(
                finding.fixes().stream().filter(fix -> heals(finding, fix)).toList());
    }

    private boolean heals(Finding finding, Fix fix) {
        Configuration after = Linter.configuration(new PatchedFiles(files, fix.edits()));
        return expected(finding).equals(fingerprints(Linter.check(after)))
                && otherJobs(before, finding).stream().allMatch(job -> isUnchanged(job, after))
                && builds(before).equals(builds(after));
    }

    private List<String> expected(Finding healed) {
        List<String> expected = fingerprints(findings);
        expected.remove(healed.fingerprint());
        return expected;
    }

    private static List<String> fingerprints(List<Finding> findings) {
        return new ArrayList<>(
                findings.stream().map(Finding::fingerprint).sorted().toList());
    }

    private static List<Job> otherJobs(Configuration configuration, Finding finding) {
        return configuration.pipeline().jobs().stream()
                .filter(job -> !job.name().equals(finding.job()))
                .toList();
    }

    private static boolean isUnchanged(Job job, Configuration after) {
        Optional<Job> now = after.pipeline().job(job.name());
        return now.isPresent()
                && now.get().keywords().keySet().equals(job.keywords().keySet())
                && now.get()
                        .image()
                        .map(image -> image.name())
                        .equals(job.image().map(image -> image.name()))
                && now.get().script().text().text().equals(job.script().text().text())
                && now.get()
                        .afterScript()
                        .text()
                        .text()
                        .equals(job.afterScript().text().text());
    }

    /** Each build's words, as the shell would read them. */
    private static List<List<String>> builds(Configuration configuration) {
        return configuration.jobs().stream()
                .map(JobBuilds::all)
                .flatMap(List::stream)
                .map(Build::words)
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }
}
