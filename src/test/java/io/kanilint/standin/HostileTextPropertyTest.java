package io.kanilint.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.report.CommentText;
import io.kanilint.report.RulePages;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Whatever a repository holds, in a comment it stays text: GitLab does nothing because of it, and shows all of it. */
class HostileTextPropertyTest {
    private static final List<String> PIECES = List.of(
            "/close",
            "/merge",
            "/approve x",
            "\n",
            "\r",
            "\u2028",
            "```",
            "````",
            "`",
            "~~~",
            "@all",
            "@group/sub",
            "<details>",
            "</details>",
            "<!--",
            "-->",
            "<img src=x>",
            "<b>",
            "#1",
            "!2",
            "%3",
            "$4",
            "~bug",
            "&5",
            "^6",
            "[a](https://phish.example)",
            "![x](https://t.example/x.png)",
            "https://phish.example/",
            "www.phish.example",
            "'",
            "\"",
            "\\",
            "*",
            "**",
            "_",
            "|",
            ">>>",
            "> ",
            "# ",
            "- ",
            "1. ",
            " ",
            "  ",
            "a",
            "build",
            "ABC-123",
            "0123456789abcdef0123456789abcdef01234567",
            ". ",
            ". A",
            ":boom:",
            "\u202e",
            "\t",
            "{",
            "}",
            "==",
            "---",
            "<!-- kanilint:gone -->",
            "someone@shop.example");

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(8).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 800)
    void namesAndMessagesMoveNothing(
            @ForAll("hostile") String job,
            @ForAll("hostile") String path,
            @ForAll("hostile") String line,
            @ForAll("hostile") String title,
            @ForAll("hostile") String message) {
        var own = new Source(path, "first\n" + line + "\nlast\n");
        var other = new Source("other/" + path, line);
        var edit = new Edit(path, 1, 2, line.lines().toList());
        var far = new Edit(other.path(), 1, 1, List.of(line.replaceAll("\\R", " ")));
        var finding = new Finding(
                "a-rule",
                Severity.ERROR,
                job,
                new Span(own, 0, 1),
                "Job '%s' does this. It is in '%s'. And %s.".formatted(job, path, message),
                List.of(new Related(new Span(other, 0, 0), title)),
                List.of(
                        new Fix("Split '%s'".formatted(title), true, List.of(edit)),
                        new Fix(title, true, List.of(edit, far), List.of(own, other))));
        var text = new CommentText(finding, "kanilint-bot", RulePages.BASE);
        for (OptionalInt place : List.of(OptionalInt.of(1), OptionalInt.of(2), OptionalInt.empty())) {
            harmless(text.at(place));
        }
        harmless("- " + text.line());
        assertThat(text.line().lines()).hasSize(1);
    }

    private static void harmless(String body) {
        assertThat(QuickActions.in(body).executed()).as(body).isEmpty();
        assertThat(Mentions.in(body)).as(body).isEmpty();
        var links = new ArrayList<String>();
        var loose = new StringBuilder();
        Parser.builder().build().parse(body).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Text text) {
                loose.append(text.getLiteral()).append('\n');
            }

            @Override
            public void visit(FencedCodeBlock block) {
                assertThat(block.getInfo()).matches("diff|suggestion:-\\d+\\+\\d+");
            }
        });
        assertThat(links).as(body).containsExactly("https://kanilint.io/rules/a-rule");
        assertThat(loose.toString())
                .as(body)
                .doesNotContain("://", "www.", "@", "<", "#1", "!2", "%3", "$4", "~bug", "&5")
                .doesNotContainPattern("(?<!\\w)[0-9a-f]{7,40}(?!\\w)");
        String html = MarkdownHtml.render(body, _ -> "");
        assertThat(html).as(body).doesNotContain("<img", "<b>").contains("a-rule</a>");
        assertThat(html.split("<details>", -1)).as(body).hasSameSizeAs(html.split("</details>", -1));
    }
}
