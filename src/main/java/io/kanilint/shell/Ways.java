package io.kanilint.shell;

import io.kanilint.text.Span;
import java.util.List;

/**
 * The ways through a script, each different one once.
 *
 * @param complete false if there are more than were followed
 * @param unseen scripts that are run and could not be read
 */
public record Ways(List<Way> ways, boolean complete, List<Unseen> unseen) {

    /** A script that is run and could not be read. */
    public record Unseen(Span span, String path) {}

    public Ways {
        ways = List.copyOf(ways);
        unseen = List.copyOf(unseen);
    }
}
