package io.kanilint.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The people and groups that a note would notify: {@code @name} outside of code and links. */
final class Mentions extends AbstractVisitor {

    private static final Pattern NAME = Pattern.compile("(?<![\\w@/.])@(\\w[\\w./-]*\\w|\\w)");
    private static final Pattern UNSEEN =
            Pattern.compile("<!--.*?-->|<(code|pre|a)\\b.*?</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** GitLab keeps escaped characters away from its references (its markdown_pre_escape_filter.rb). */
    private static final Pattern ESCAPED = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\@");

    private final List<String> found = new ArrayList<>();

    static List<String> in(String body) {
        var mentions = new Mentions();
        Parser.builder().build().parse(ESCAPED.matcher(body).replaceAll("$1")).accept(mentions);
        return List.copyOf(mentions.found);
    }

    @Override
    public void visit(Text text) {
        collect(text.getLiteral());
    }

    @Override
    public void visit(HtmlBlock block) {
        collect(UNSEEN.matcher(block.getLiteral()).replaceAll(""));
    }

    @Override
    public void visit(Link link) {
        // GitLab looks for no mention inside a link
    }

    private void collect(String text) {
        NAME.matcher(text).results().forEach(match -> found.add(match.group(1)));
    }
}
