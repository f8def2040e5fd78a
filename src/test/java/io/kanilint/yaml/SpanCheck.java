package io.kanilint.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;

/** Checks that nodes lie where they were written. */
final class SpanCheck {
    private SpanCheck() {}

    static void check(YamlFile file) {
        file.documents().forEach(SpanCheck::check);
    }

    private static void check(YamlNode node) {
        List<YamlNode> children = Nodes.children(node);
        int at = node.span().start();
        for (YamlNode child : children) {
            assertThat(child.span().start()).as(describe(child)).isGreaterThanOrEqualTo(at);
            at = child.span().end();
            check(child);
        }
        assertThat(node.span().end()).as(describe(node)).isGreaterThanOrEqualTo(at);
        if (!children.isEmpty() && !isInBrackets(node)) {
            assertThat(at).as("end of " + describe(node)).isEqualTo(node.span().end());
        }
        if (!node.span().text().isEmpty() && canStandAlone(node)) {
            assertThat(withoutBlankEnds(readAgain(node)))
                    .as("read again: " + describe(node))
                    .isEqualTo(withoutBlankEnds(node));
        }
    }

    private static boolean isInBrackets(YamlNode node) {
        return node instanceof YamlReference || node.span().text().matches("(?s)[\\[{].*");
    }

    private static boolean canStandAlone(YamlNode node) {
        return Nodes.below(node).noneMatch(part -> part instanceof YamlAlias || hasIndentationHeader(part));
    }

    /** {@code |2} counts from the indentation around it, which is another one for a text that stands alone. */
    private static boolean hasIndentationHeader(YamlNode node) {
        return node instanceof YamlScalar scalar
                && scalar.isBlock()
                && scalar.span().text().matches("(?s)[|>][-+]?\\d.*");
    }

    private static YamlNode readAgain(YamlNode node) {
        Span span = node.span();
        String before = span.source().text().substring(0, span.start());
        String line = before.substring(
                before.replaceAll("[\\r\\u0085\\u2028\\u2029]", "\n").lastIndexOf('\n') + 1);
        String indentation = " ".repeat(line.codePointCount(0, line.length()) - (line.startsWith("\uFEFF") ? 1 : 0));
        var source = new Source("again.yml", indentation + span.text() + "\n");
        return YamlReader.read(source, YamlLimits.DEFAULT).content().orElseThrow();
    }

    /** Blank lines below a text that ends a collection may belong to its value; they do not belong to its place. */
    private static String withoutBlankEnds(YamlNode node) {
        return Nodes.meaning(node).replaceAll("[\\s\\u0085\\u2028\\u2029]+>", ">");
    }

    private static String describe(YamlNode node) {
        return "%s <%s> at %s of%n%s"
                .formatted(
                        Nodes.meaning(node),
                        node.span().text(),
                        node.span(),
                        node.span().source().text())
                .replace("\r", "␍")
                .replace("\u2028", "␤")
                .replace("\u2029", "¶")
                .replace("\u0085", "⏎")
                .replace("\t", "→");
    }
}
