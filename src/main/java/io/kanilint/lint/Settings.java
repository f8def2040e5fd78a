package io.kanilint.lint;

import io.kanilint.finding.Severity;
import io.kanilint.fix.SplitStyle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a project wants to be checked: the content of its {@code .kanilint.yml}.
 *
 * @param rules what is made of a rule, by its id; rules that are not named keep their own severity
 * @param ignored findings to leave out
 * @param comments what a review may write
 * @param split how a job that builds several images is split
 */
public record Settings(Map<String, Level> rules, List<Ignored> ignored, Comments comments, SplitStyle split) {

    /** Where a project keeps them, relative to its root. */
    public static final String FILE = ".kanilint.yml";

    public static final Settings DEFAULT =
            new Settings(Map.of(), List.of(), new Comments(Severity.WARNING, 10), SplitStyle.JOBS);

    public Settings {
        rules = Map.copyOf(rules);
        ignored = List.copyOf(ignored);
    }

    /**
     * Findings that a project knows of and accepts.
     *
     * @param job the job's name; null for any
     * @param file the file's path, relative to the project's root; null for any
     * @param reason for people
     */
    public record Ignored(
            String rule, @Nullable String job, @Nullable String file, String reason) {}

    /**
     * What a review may write.
     *
     * @param severity from which on a finding gets a comment
     * @param max the most comments at a time
     */
    public record Comments(Severity severity, int max) {}
}
