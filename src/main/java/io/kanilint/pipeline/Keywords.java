package io.kanilint.pipeline;

import java.util.List;
import java.util.Set;

/** GitLab's keywords, as its YAML reference lists them. */
final class Keywords {
    /** Top-level keys that are no jobs. */
    static final Set<String> GLOBAL = Set.of(
            "default",
            "include",
            "stages",
            "types",
            "variables",
            "workflow",
            "spec",
            "image",
            "services",
            "cache",
            "before_script",
            "after_script");

    /** Keys that {@code default:} may give to jobs, and that older files write at the top level. */
    static final List<String> INHERITED = List.of(
            "after_script",
            "artifacts",
            "before_script",
            "hooks",
            "cache",
            "image",
            "interruptible",
            "id_tokens",
            "identity",
            "retry",
            "services",
            "tags",
            "timeout");

    private Keywords() {}
}
