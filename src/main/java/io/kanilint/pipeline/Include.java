package io.kanilint.pipeline;

import java.util.Optional;

/** A file that a configuration names under {@code include}. */
public sealed interface Include {

    /**
     * A file of the same project and commit.
     *
     * @param path relative to the project's root, without a leading slash
     */
    record Local(String path) implements Include {}

    /**
     * A file of another project.
     *
     * @param ref branch, tag or commit; the head of the default branch if there is none
     */
    record Project(String project, Optional<String> ref, String file) implements Include {}

    /** A file that comes with GitLab. */
    record Template(String name) implements Include {}

    /**
     * A component of the CI/CD catalogue.
     *
     * @param address {@code host/project/component@version}
     */
    record Component(String address) implements Include {}

    /** A file on the web, which is never fetched: a merge request could make us call any address. */
    record Remote(String url) implements Include {}

    /** What a reader of messages would call it. */
    default String description() {
        return switch (this) {
            case Local(String path) -> "'%s'".formatted(path);
            case Project(String project, Optional<String> ref, String file) ->
                "'%s' of project '%s'%s"
                        .formatted(file, project, ref.map(" at '%s'"::formatted).orElse(""));
            case Template(String name) -> "template '%s'".formatted(name);
            case Component(String address) -> "component '%s'".formatted(address);
            case Remote(String url) -> "'%s'".formatted(url);
        };
    }
}
