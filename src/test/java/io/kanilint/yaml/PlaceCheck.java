package io.kanilint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/** Checks that every character of a scalar's value stands where it is said to stand. */
final class PlaceCheck {
    private static final String BREAK = "[\\n\\r\\u0085\\u2028\\u2029]";
    private static final Pattern FOLD = Pattern.compile("[ \\t]*" + BREAK + "[ \\t\\n\\r\\u0085\\u2028\\u2029]*");
    /** What may stand between two characters: line breaks that were folded away, indentation, a line's escaped end. */
    private static final Pattern GAP =
            Pattern.compile("([ \\t]|" + BREAK + ")*|[ \\t]*(\\\\" + BREAK + "([ \\t]|" + BREAK + ")*)+");

    private PlaceCheck() {}

    static void check(YamlScalar scalar) {
        MappedText text = scalar.text();
        String source = scalar.span().source().text();
        assertThat(text.text()).isEqualTo(scalar.value());
        Span before = null;
        for (int i = 0; i < scalar.value().length(); i++) {
            Span span = text.span(i, i + 1);
            String what = "character %d of %s".formatted(i, Nodes.meaning(scalar));
            assertThat(isWrittenAs(scalar.value().charAt(i), span.text(), scalar.style()))
                    .as("%s is written as <%s> in%n%s", what, span.text(), source)
                    .isTrue();
            if (before == null) {
                assertThat(span.start())
                        .as(what)
                        .isGreaterThanOrEqualTo(scalar.span().start());
            } else if (!span.equals(before)) {
                assertThat(span.start()).as("%s in%n%s", what, source).isGreaterThanOrEqualTo(before.end());
                assertThat(source.substring(before.end(), span.start()))
                        .as("between two characters, before %s in%n%s", what, source)
                        .matches(GAP);
            }
            before = span;
        }
    }

    private static boolean isWrittenAs(char c, String written, YamlScalar.Style style) {
        if (written.equals(String.valueOf(c))) {
            return true;
        }
        return switch (style) {
            case SINGLE_QUOTED -> isFold(c, written) || (c == '\'' && written.equals("''"));
            case DOUBLE_QUOTED -> isFold(c, written) || isEscape(c, written);
            case PLAIN, LITERAL, FOLDED -> isFold(c, written);
        };
    }

    private static boolean isFold(char c, String written) {
        return "\n \u2028\u2029".indexOf(c) >= 0 && FOLD.matcher(written).matches();
    }

    /** Asks SnakeYAML what an escape stands for; a character beyond the first 65,536 is two. */
    private static boolean isEscape(char c, String written) {
        if (!written.startsWith("\\")) {
            return false;
        }
        return written.equals("\\/")
                ? c == '/'
                : new Yaml().<String>load('"' + written + '"').indexOf(c) >= 0;
    }
}
