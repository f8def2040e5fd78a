package io.kanilint.command;

import io.kanilint.gitlab.Project;
import java.util.Optional;

/** Where a project keeps its CI file. */
final class CiPath {
    private static final String DEFAULT = ".gitlab-ci.yml";

    private CiPath() {}

    /** Empty if it lies in another project or at a URL, and so is part of no merge request. */
    static Optional<String> of(Project project) {
        String setting = project.ciConfigPath();
        if (setting == null || setting.isBlank()) {
            return Optional.of(DEFAULT);
        }
        return setting.contains("@") || setting.contains("://") ? Optional.empty() : Optional.of(setting);
    }
}
