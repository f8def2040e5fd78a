package io.kanilint.yaml;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.Set;

/**
 * A scalar.
 *
 * @param span the scalar as written: with its quotes, or with the block header and the lines below it
 * @param value its text after unescaping and folding
 * @param contentIndent for block scalars the column (0-based) at which content starts, if there is any; -1 for the others
 */
public record YamlScalar(Span span, String value, Style style, int contentIndent) implements YamlNode {

    /** How a scalar is written. */
    public enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** The value, each character knowing where it was written. */
    public MappedText text() {
        return ScalarPlaces.of(this);
    }

    public boolean isPlain() {
        return style == Style.PLAIN;
    }

    boolean isQuoted() {
        return style == Style.SINGLE_QUOTED || style == Style.DOUBLE_QUOTED;
    }

    public boolean isBlock() {
        return style == Style.LITERAL || style == Style.FOLDED;
    }

    @Override
    public boolean isNull() {
        return isPlain() && NULLS.contains(value);
    }

    @Override
    public long expandedSize() {
        return 1;
    }

    @Override
    public String kind() {
        return isNull() ? "nothing" : "a text";
    }
}
