package io.kanilint.dashboard;

import io.kanilint.report.RulePages;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** The pages of {@code docs/rules} as HTML. They are our own texts, and the only ones that become HTML. */
@Component
class RuleHtml {
    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Pattern OTHER_PAGE = Pattern.compile("([a-z-]+)\\.md(#.*)?");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(_ -> (node, tag, attributes) -> {
                if (node instanceof Heading heading) {
                    attributes.put("id", anchor(heading));
                }
                if (tag.equals("pre")) {
                    // It may scroll, which has to work without a mouse too.
                    attributes.put("tabindex", "0");
                }
            })
            .build();

    /** The page without its first heading; empty if there is no such rule. */
    Optional<String> of(String rule) {
        return RulePages.markdown(rule).map(markdown -> {
            Node page = parser.parse(markdown);
            if (page.getFirstChild() instanceof Heading heading) {
                heading.unlink();
            }
            page.accept(new LinksToPages());
            return renderer.render(page);
        });
    }

    /** As GitHub and GitLab name headings. */
    private static String anchor(Heading heading) {
        var text = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.Code node) {
                text.append(node.getLiteral());
            }
        });
        return text.toString()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    /** Links between files of the folder become links between pages. */
    private static final class LinksToPages extends AbstractVisitor {
        @Override
        public void visit(Link link) {
            var other = OTHER_PAGE.matcher(link.getDestination());
            if (other.matches()) {
                link.setDestination("/rules/" + other.group(1) + (other.group(2) == null ? "" : other.group(2)));
            }
            visitChildren(link);
        }
    }
}
