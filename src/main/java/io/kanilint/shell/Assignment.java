package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/**
 * {@code name=value} before a command, or alone.
 *
 * @param append whether it is {@code name+=value}
 * @param elements of {@code name=(…)}, each perhaps {@code [index]=value}; the value is then a {@link WordPart.ArrayValue}
 * @param index of {@code name[index]=value}, as written
 */
public record Assignment(
        String name, boolean append, Word value, Optional<List<Word>> elements, Optional<String> index) {}
