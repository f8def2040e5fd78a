package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.List;

/**
 * The ways through a script, each different one once.
 *
 * @param complete false if there are more than were followed
 * @param unseen what is run and could not be read
 */
public record Ways(List<Way> ways, boolean complete, List<Unseen> unseen) {

    /** Something that is run and could not be read: a script that is not there, a line that no shell takes. */
    public record Unseen(Span span, String reason) {}

    public Ways {
        ways = List.copyOf(ways);
        unseen = List.copyOf(unseen);
    }
}
