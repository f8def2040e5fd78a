package io.kanilint.finding;

import io.kanilint.kaniko.DockerfileUse;
import java.util.List;

/**
 * What is at stake for the images that a finding is about.
 *
 * @param builds the Dockerfiles that tell, each build starting on what the one before it leaves
 * @param text what they tell, in a sentence or two; empty as long as they were not read, and if they tell nothing
 */
public record Stake(List<DockerfileUse> builds, String text) {
    public static final Stake NONE = new Stake(List.of(), "");

    public Stake {
        builds = List.copyOf(builds);
    }

    Stake told(String words) {
        return new Stake(builds, words);
    }
}
