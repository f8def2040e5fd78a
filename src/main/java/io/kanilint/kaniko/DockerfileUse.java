package io.kanilint.kaniko;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Dockerfile a build reads, and what it makes of it; nothing is read for that.
 *
 * @param paths where it may lie in the project: the first of them that is there is the one
 * @param target the stage that is pushed; empty for the last one
 * @param context the folder in the project that the build takes files from; empty if that is not known
 * @param given the build arguments, by name; a value with a {@code $} in it is one that is not known
 * @param cached whether layers may come from a cache
 * @param destinations what it pushes, unknown stretches as {@code ${NAME}}
 */
public record DockerfileUse(
        List<String> paths,
        Optional<String> target,
        Optional<String> context,
        Map<String, String> given,
        boolean cached,
        List<String> destinations) {

    public DockerfileUse {
        paths = List.copyOf(paths);
        given = Map.copyOf(given);
        destinations = List.copyOf(destinations);
    }
}
