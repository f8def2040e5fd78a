package io.kanilint.shell;

import java.util.List;

/**
 * One way through a script.
 *
 * @param failed whether the script ends with an error on it
 */
public record Way(List<Element> elements, boolean failed) {

    public Way {
        elements = List.copyOf(elements);
    }
}
