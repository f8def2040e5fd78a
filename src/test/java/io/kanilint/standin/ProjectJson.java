package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project as the API and as hooks show it. */
final class ProjectJson {

    private ProjectJson() {}

    static Map<String, @Nullable Object> api(Project project) {
        return Json.object(
                "id",
                project.id(),
                "name",
                name(project),
                "path",
                name(project),
                "path_with_namespace",
                project.path(),
                "description",
                "",
                "default_branch",
                project.defaultBranch(),
                "visibility",
                "public",
                "archived",
                false,
                "empty_repo",
                project.repository.branches().isEmpty(),
                "web_url",
                project.webUrl(),
                "http_url_to_repo",
                project.webUrl() + ".git",
                "ci_config_path",
                project.ciConfigPath(),
                "namespace",
                Json.object("full_path", namespace(project), "name", namespace(project)),
                "permissions",
                Json.object(
                        "project_access",
                        Json.object("access_level", project.accessLevel(project.world.bot), "notification_level", 3)));
    }

    static Map<String, @Nullable Object> inHook(Project project) {
        return Json.object(
                "id",
                project.id(),
                "name",
                name(project),
                "description",
                "",
                "web_url",
                project.webUrl(),
                "avatar_url",
                null,
                "git_http_url",
                project.webUrl() + ".git",
                "namespace",
                namespace(project),
                "visibility_level",
                20,
                "path_with_namespace",
                project.path(),
                "default_branch",
                project.defaultBranch(),
                "ci_config_path",
                project.ciConfigPath(),
                "homepage",
                project.webUrl(),
                "http_url",
                project.webUrl() + ".git");
    }

    static Map<String, @Nullable Object> repository(Project project) {
        return Json.object(
                "name",
                name(project),
                "url",
                project.webUrl() + ".git",
                "description",
                "",
                "homepage",
                project.webUrl());
    }

    private static String name(Project project) {
        return project.path().substring(project.path().lastIndexOf('/') + 1);
    }

    private static String namespace(Project project) {
        return project.path().substring(0, Math.max(0, project.path().lastIndexOf('/')));
    }
}
