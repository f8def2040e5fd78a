package io.kanilint.yaml;

/**
 * Bounds that keep hostile input cheap.
 *
 * @param characters the largest file, in UTF-16 units
 * @param depth the deepest nesting
 * @param expandedNodes the most nodes once aliases are expanded
 */
public record YamlLimits(int characters, int depth, long expandedNodes) {

    /** GitLab's own defaults for size (2 MiB) and depth (100); the node bound is ours, ten times the largest file seen. */
    public static final YamlLimits DEFAULT = new YamlLimits(2 * 1024 * 1024, 100, 1_000_000);
}
