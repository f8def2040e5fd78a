package io.kanilint.pipeline;

import java.util.List;
import java.util.Set;

/** GitLab's keywords, as its YAML reference lists them. */
final class Keywords {
    /** Top-level keys that are no jobs. */
    private static final Set<String> GLOBAL = Set.of(
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

    /** Keys that {@code default:} may give to jobs. */
    static final List<String> DEFAULT = List.of(
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

    /** Those of them that older files write at the top level. */
    static final Set<String> DEPRECATED_GLOBAL = Set.of("after_script", "before_script", "cache", "image", "services");

    private Keywords() {}

    /** Whether a top-level name is a job that runs, not a keyword and not hidden. */
    static boolean isJob(String name) {
        return !name.startsWith(".") && !GLOBAL.contains(name);
    }
}
