package io.kanilint.review;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.MergeRequest;
import io.kanilint.lint.Settings;
import io.kanilint.lint.SettingsException;
import io.kanilint.lint.SettingsReader;
import io.kanilint.pipeline.Gap;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a project's settings.
 *
 * @param defaults what holds where they are silent
 */
@Component
record TargetSettings(OrganisationDefaults defaults) {

    /** How the project wants to be checked, as its target branch says: a merge request cannot excuse itself. */
    Settings read(GitLab gitlab, MergeRequest mergeRequest, List<Gap> gaps) {
        return of(text(gitlab, mergeRequest).orElse(null), gaps);
    }

    /** The text of the file, if there is one. */
    static Optional<String> text(GitLab gitlab, MergeRequest mergeRequest) {
        return gitlab.file(mergeRequest.projectId(), Settings.FILE, mergeRequest.targetBranch());
    }

    /** What the file says; what is wrong with it becomes a gap. */
    Settings of(@Nullable String text, List<Gap> gaps) {
        try {
            return text == null
                    ? defaults.settings()
                    : SettingsReader.read(new Source(Settings.FILE, text), defaults.settings());
        } catch (SettingsException unusable) {
            String reason = "The settings on the target branch are not used. " + unusable.getMessage();
            gaps.add(new Gap(new Span(new Source(Settings.FILE, ""), 0, 0), reason));
            return defaults.settings();
        }
    }
}
