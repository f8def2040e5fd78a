package io.kanilint.yaml;

/**
 * Bounds that keep hostile input cheap.
 *
 * @param characters the largest file, in UTF-16 units
 * @param depth the deepest nesting
 * @param expandedNodes the most keys and values, once aliases are expanded
 */
public record YamlLimits(int characters, int depth, long expandedNodes) {

    /**
     * GitLab's own defaults for size (2 MiB) and depth (100). It bounds the memory of a file's content too, by 2 MiB: no
     * more than some 50,000 keys and values, as each takes Ruby 40 bytes. An administrator may raise that.
     */
    public static final YamlLimits DEFAULT = new YamlLimits(2 * 1024 * 1024, 100, 200_000);
}
