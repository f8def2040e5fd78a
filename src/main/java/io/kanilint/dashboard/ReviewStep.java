package io.kanilint.dashboard;

import java.time.Duration;

/** A part of a look at a merge request, and what it took. */
record ReviewStep(String name, Duration time, int calls) {

    public String took() {
        return Elapsed.words(time);
    }

    /** What is done in it; empty if the name says it. */
    public String words() {
        return switch (name) {
            case "merge request" -> "Ask GitLab for the merge request: its branches, its head, whether it is open.";
            case "changes" -> "Ask which files it changes.";
            case "includes" -> "Find out whether a changed file is part of the CI configuration.";
            case "CI file" -> "Read the CI file at its head.";
            case "settings" -> "Read the project's settings, .kanilint.yml, on the target branch.";
            case "head" -> "Read and check the configuration at its head.";
            case "base" -> "Check the configuration that it started from, to tell what is new.";
            case "threads" -> "Read the threads that are there, to post nothing twice.";
            case "comments" -> "Post, rewrite and resolve threads.";
            case "status" -> "Set the status of the commit.";
            default -> "";
        };
    }
}
