package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.pipeline.ProjectFiles;
import java.util.Optional;

/**
 * What a project makes of its findings: how much they matter, and which it does not want to hear of.
 *
 * @param readable whether the CI file could be read; that it could not is told whatever the settings say
 */
record Judgement(ProjectFiles files, Settings settings, IgnoreComments comments, boolean readable) {

    /** The finding with the severity that the project gives it; empty if it is left out. */
    Optional<Finding> of(Finding finding) {
        if (!readable) {
            return Optional.of(finding);
        }
        return severity(finding).filter(_ -> !isIgnored(finding)).map(finding::withSeverity);
    }

    /** Whether the rule is on, but this finding of it is known and accepted. */
    boolean isAccepted(Finding finding) {
        return readable && severity(finding).isPresent() && isIgnored(finding);
    }

    private Optional<Severity> severity(Finding finding) {
        Level level = settings.rules().get(finding.rule());
        return level == null ? Optional.of(finding.severity()) : level.severity();
    }

    private boolean isIgnored(Finding finding) {
        return comments.cover(finding) || settings.ignored().stream().anyMatch(one -> covers(one, finding));
    }

    private boolean covers(Settings.Ignored ignored, Finding finding) {
        String file = ignored.file();
        return ignored.rule().equals(finding.rule())
                && (ignored.job() == null || finding.job().equals(ignored.job()))
                && (file == null
                        || files.inProject(finding.span().source().path()).equals(file));
    }
}
