package io.kanilint.kaniko;

import java.util.Map;
import java.util.Optional;

/**
 * Which executors have something.
 *
 * @param first the first release of each family that has it; {@link Version#FIRST} if all do
 */
public record Releases(Map<Family, Version> first) {

    public Releases {
        first = Map.copyOf(first);
    }

    /** Since when a family has it. Empty if it does not, or ever did: see {@link #in}. */
    public Optional<Version> since(Family family) {
        return Optional.ofNullable(first.get(family)).filter(version -> !version.equals(Version.FIRST));
    }

    /** Whether some release of a family has it. */
    public boolean in(Family family) {
        return first.containsKey(family);
    }

    /** Whether an executor has it. An executor whose release is not known counts as the newest of its family. */
    public Answer include(Executor executor) {
        if (executor.family() == Family.UNKNOWN) {
            return Answer.UNKNOWN;
        }
        Version since = first.get(executor.family());
        return Answer.of(since != null && executor.atLeast(since));
    }
}
