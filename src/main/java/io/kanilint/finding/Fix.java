package io.kanilint.finding;

import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;

/**
 * A change that removes a finding.
 *
 * @param safe whether the meaning is kept; if not, a person must look
 * @param edits whole lines, not overlapping, perhaps of several files
 * @param sources the files that they are for, as they were read; that of the finding need not be among them
 * @param jobs the new jobs, by name, where each of the old job's builds gets one: in the order of the builds
 */
public record Fix(String title, boolean safe, List<Edit> edits, List<Source> sources, List<String> jobs) {

    public Fix {
        edits = List.copyOf(edits);
        sources = List.copyOf(sources);
        jobs = List.copyOf(jobs);
    }

    /** One that does not give each build a job. */
    public Fix(String title, boolean safe, List<Edit> edits, List<Source> sources) {
        this(title, safe, edits, sources, List.of());
    }

    /** One that changes only the file that the finding is in. */
    public Fix(String title, boolean safe, List<Edit> edits) {
        this(title, safe, edits, List.of(), List.of());
    }
}
