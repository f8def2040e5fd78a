package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * A note's Markdown as HTML. Of raw HTML only folded sections get through; comments are hidden, the rest is shown as
 * text, and pictures stay links: the page loads nothing.
 */
final class MarkdownHtml implements NodeRenderer {

    private static final Pattern PIECE = Pattern.compile(
            "(?<comment><!--.*?-->)|(?<open><(?:details(?: open)?|summary)>)|(?<close></(?:details|summary)>)|(?<br><br ?/?>)"
                    + "|(?<text>[^<]+|<)",
            Pattern.DOTALL);

    private final HtmlWriter out;
    private final IntFunction<String> suggestions;
    private int seenSuggestions;
    private int depth;

    private MarkdownHtml(HtmlWriter out, IntFunction<String> suggestions) {
        this.out = out;
        this.suggestions = suggestions;
    }

    /** Renders; {@code suggestions} gives the box for the suggestion of a number, or nothing to show it as code. */
    static String render(String markdown, IntFunction<String> suggestions) {
        var renderers = new ArrayList<MarkdownHtml>();
        String html = HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .nodeRendererFactory(context -> {
                    renderers.add(new MarkdownHtml(context.getWriter(), suggestions));
                    return renderers.getLast();
                })
                .build()
                .render(Parser.builder().build().parse(markdown));
        return html
                + "</details>"
                        .repeat(renderers.stream()
                                .mapToInt(renderer -> renderer.depth)
                                .sum());
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(HtmlBlock.class, HtmlInline.class, FencedCodeBlock.class, Image.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case HtmlBlock block -> html(block.getLiteral());
            case HtmlInline inline -> html(inline.getLiteral());
            case Image image -> out.text("[" + image.getDestination() + "]");
            case FencedCodeBlock code -> code(code);
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private void code(FencedCodeBlock code) {
        String box = SuggestionParser.INFO.matcher(code.getInfo().strip()).matches()
                ? suggestions.apply(seenSuggestions++)
                : "";
        out.line();
        out.raw(box.isEmpty() ? "<pre><code>" + Html.escape(code.getLiteral()) + "</code></pre>" : box);
        out.line();
    }

    private void html(String literal) {
        Matcher piece = PIECE.matcher(literal);
        while (piece.find()) {
            if (piece.group("text") != null) {
                out.text(piece.group());
            } else if (piece.group("open") != null || piece.group("br") != null) {
                depth += piece.group().startsWith("<details") ? 1 : 0;
                out.raw(piece.group());
            } else if (piece.group("close") != null && depth > 0) {
                depth -= piece.group().equals("</details>") ? 1 : 0;
                out.raw(piece.group());
            }
        }
    }

    /** The first line that a reader would see, as plain text. */
    static String headline(String markdown) {
        String visible =
                Pattern.compile("<!--.*?-->", Pattern.DOTALL).matcher(markdown).replaceAll("");
        return List.of(visible.strip().split("\n"))
                .getFirst()
                .replaceAll("[*`#]", "")
                .strip();
    }
}
