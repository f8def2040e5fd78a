package io.kanilint.gitlab;

import org.jspecify.annotations.Nullable;

/**
 * A project.
 *
 * @param path full path, {@code group/subgroup/project}
 * @param defaultBranch null in an empty repository
 * @param ciConfigPath where its CI configuration is, as set in GitLab: null or empty for {@code .gitlab-ci.yml}, a
 *     path, {@code path@group/project[:ref]}, or a URL
 */
public record Project(
        long id,
        String path,
        @Nullable String defaultBranch,
        @Nullable String ciConfigPath,
        String webUrl) {}
