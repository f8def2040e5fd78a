package io.kanilint.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a project keeps its CI file. */
public final class CiPath {
    /** Where it is unless a project says otherwise. */
    public static final String DEFAULT = ".gitlab-ci.yml";

    private CiPath() {}

    /**
     * Reads a project's setting.
     *
     * @param setting GitLab's {@code ci_config_path}; null or blank if it was left alone
     * @return empty if the file lies in another project or at a URL, and so is part of no merge request
     */
    public static Optional<String> of(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            return Optional.of(DEFAULT);
        }
        return setting.contains("@") || setting.contains("://") ? Optional.empty() : Optional.of(setting);
    }
}
