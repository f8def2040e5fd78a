package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.pipeline.Gap;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.StakeReader;
import io.kanilint.text.Source;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * What a look at one project gave, or at several.
 *
 * @param findings in the order of their places
 * @param gaps what could not be read
 * @param readable whether the CI file itself could be read; of several, all of them
 * @param intact whether no file could not be read for a fault in it; else what was not found may be there all the same
 * @param files how many files were read
 * @param jobs how many jobs they make
 * @param builds how many places in them build an image
 * @param ignored how many findings were left out because the project accepts them
 */
public record LintResult(
        List<Finding> findings,
        List<Gap> gaps,
        boolean readable,
        boolean intact,
        int files,
        int jobs,
        int builds,
        int ignored) {

    public LintResult {
        findings = List.copyOf(findings);
        gaps = List.copyOf(gaps);
    }

    /** The results of several projects as one. */
    public static LintResult of(List<LintResult> results) {
        return new LintResult(
                results.stream().flatMap(result -> result.findings.stream()).toList(),
                results.stream().flatMap(result -> result.gaps.stream()).toList(),
                results.stream().allMatch(LintResult::readable),
                results.stream().allMatch(LintResult::intact),
                results.stream().mapToInt(LintResult::files).sum(),
                results.stream().mapToInt(LintResult::jobs).sum(),
                results.stream().mapToInt(LintResult::builds).sum(),
                results.stream().mapToInt(LintResult::ignored).sum());
    }

    /** One that consists of something that was not seen. */
    static LintResult of(Gap gap) {
        return new LintResult(List.of(), List.of(gap), true, true, 0, 0, 0, 0);
    }

    LintResult with(List<Finding> changed, boolean isReadable) {
        return new LintResult(changed, gaps, isReadable, intact, files, jobs, builds, ignored);
    }

    /** With what the Dockerfiles tell about the findings. */
    public LintResult toldBy(ProjectFiles files) {
        return with(
                findings.stream()
                        .map(finding ->
                                finding.told(StakeReader.tell(finding.stake().builds(), path -> read(files, path))))
                        .toList(),
                readable);
    }

    private static Optional<Source> read(ProjectFiles files, String path) {
        try {
            return files.read(path);
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether there is a finding at or above a severity. */
    public boolean reaches(Severity severity) {
        return findings.stream().anyMatch(finding -> finding.severity().compareTo(severity) >= 0);
    }
}
