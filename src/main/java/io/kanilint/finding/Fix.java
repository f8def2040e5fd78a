package io.kanilint.finding;

import io.kanilint.text.Edit;
import java.util.List;

/**
 * A change that removes a finding.
 *
 * @param safe whether the meaning is kept; if not, a person must look
 * @param edits whole lines, not overlapping
 */
public record Fix(String title, boolean safe, List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
    }
}
