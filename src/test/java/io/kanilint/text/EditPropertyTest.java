package io.kanilint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Edits do what they do to a plain list of lines, and leave the line ends of the file alone. */
class EditPropertyTest {
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");

    @Property(tries = 5000)
    void editsReplaceWholeLines(@ForAll Random dice) {
        String text = text(dice);
        List<String> lines =
                LINE.matcher(text).results().map(match -> match.group()).toList();
        List<Edit> edits = edits(dice, lines.size());

        Source edited = Edit.apply(new Source("a", text), edits);

        assertThat(edited.text()).as("%s of <%s>", edits, text).isEqualTo(reference(lines, edits));
        assertThat(edited.path()).isEqualTo("a");
    }

    @Property(tries = 500)
    void editsOfOtherFilesChangeNothing(@ForAll Random dice) {
        String text = text(dice);

        assertThat(Edit.apply(new Source("a", text), List.of(new Edit("b", 1, 1, List.of("x"))))
                        .text())
                .isEqualTo(text);
    }

    private static String text(Random dice) {
        List<String> ends =
                dice.nextInt(3) == 0 ? List.of("\n") : dice.nextBoolean() ? List.of("\r\n") : List.of("\n", "\r\n");
        var text = new StringBuilder();
        for (int i = dice.nextInt(12); i > 0; i--) {
            text.append(pick(dice, List.of("", "a", "  b: c", "😀", "d\re", " ")))
                    .append(pick(dice, ends));
        }
        return dice.nextBoolean() ? text.toString() : text.append("last").toString();
    }

    private static List<Edit> edits(Random dice, int lines) {
        var edits = new ArrayList<Edit>();
        for (int line = 1 + dice.nextInt(3); line <= lines; line += 1 + dice.nextInt(4)) {
            int end = Math.min(lines, line + dice.nextInt(3));
            var replacement = new ArrayList<String>();
            for (int i = dice.nextInt(4); i > 0; i--) {
                replacement.add(pick(dice, List.of("", "x", "  y", "\uD83D\uDE80")));
            }
            edits.add(new Edit("a", line, end, replacement));
            line = end;
        }
        Collections.shuffle(edits, dice);
        return edits;
    }

    /** Line by line: what is replaced ends as its last line did, and lines put between take that end too. */
    private static String reference(List<String> lines, List<Edit> edits) {
        var text = new StringBuilder();
        for (int number = 1; number <= lines.size(); number++) {
            int line = number;
            Edit edit = edits.stream()
                    .filter(one -> one.startLine() <= line && line <= one.endLine())
                    .findFirst()
                    .orElse(null);
            if (edit == null) {
                text.append(lines.get(number - 1));
            } else if (line == edit.endLine()) {
                String end = end(lines.get(number - 1));
                String between = !end.isEmpty() ? end : lines.size() > 1 ? end(lines.getFirst()) : "\n";
                text.append(String.join(between, edit.replacement()))
                        .append(edit.replacement().isEmpty() ? "" : end);
            }
        }
        return text.toString();
    }

    private static String end(String line) {
        return line.endsWith("\r\n") ? "\r\n" : line.endsWith("\n") ? "\n" : "";
    }

    private static <T> T pick(Random dice, List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }
}
