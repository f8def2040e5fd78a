package io.kanilint.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.MappedText;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds for a script, whatever it says. */
final class PlaceCheck {
    private PlaceCheck() {}

    /** All places of the tree lie in the script. */
    static void tree(String script) {
        Command.Sequence tree = ShellParser.parse(script);
        assertThat(tree.start()).as(script).isGreaterThanOrEqualTo(0);
        for (Object node : Trees.nodes(tree)) {
            switch (node) {
                case Command command -> isInside(command.start(), command.end(), script);
                case Word word -> isInside(word.start(), word.end(), script);
                default -> {}
            }
        }
    }

    /** All places of the commands on its ways lie in the script; it runs itself where it runs a file. */
    static void ways(String script) {
        var source = new Source("script", script);
        ScriptFiles files = path -> path.endsWith(".sh") ? Optional.of(source) : Optional.empty();
        Ways ways = ScriptWalk.through(
                MappedText.of(source), Situation.ofJob(Map.of("A", Value.of("a b")), files, ""), _ -> true);
        ways.ways().forEach(way -> elements(way.elements(), script));
        ways.unseen().forEach(unseen -> isInside(unseen.span(), script));
    }

    private static void elements(List<Element> elements, String script) {
        for (Element element : elements) {
            switch (element) {
                case Call call -> {
                    isInside(call.span(), script);
                    isInside(call.site().start(), call.site().end(), script);
                }
                case Repeated(var rounds) -> rounds.forEach(round -> elements(round, script));
            }
        }
    }

    private static void isInside(Span span, String script) {
        isInside(span.start(), span.end(), script);
    }

    private static void isInside(int start, int end, String script) {
        assertThat(start).as(script).isBetween(0, end);
        assertThat(end).as(script).isLessThanOrEqualTo(script.length());
    }
}
