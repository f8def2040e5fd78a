package io.kanilint.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * A script with inputs is the script with their values, and each of its characters stands where it would without them,
 * or at the input that it comes from.
 */
class RelocationPropertyTest {
    private static final String INPUT = "$[[ inputs.a ]]";
    private static final List<String> VALUES = List.of("b", "a longer value", "é😀", "x".repeat(40));
    private static final List<String> WORDS =
            List.of("echo", INPUT, "é", "😀x", "/kaniko/executor", "--to=" + INPUT, "&&");
    private static final List<String> BREAKS = List.of(" ", "  ", "\n      ", "\n\n      ");
    private static final List<String> STYLES =
            List.of("%s", "\"%s\"", "'%s'", "|\n      %s\n", ">-\n      %s\n", "|+2\n      %s\n");

    @Property
    void everyCharacterKeepsItsPlace(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 5) Integer> styles,
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 6) Integer> words,
            @ForAll @IntRange(max = 3) int pause,
            @ForAll @IntRange(max = 3) int value) {
        var template = new StringBuilder("job:\n  script:\n");
        for (int style : styles) {
            String text = String.join(
                    BREAKS.get(pause), words.stream().map(WORDS::get).toList());
            template.append("    - ")
                    .append(STYLES.get(style).formatted("x" + text))
                    .append('\n');
        }
        String header = "spec: {inputs: {a: {default: %s}}}\n---\n".formatted(VALUES.get(value));
        String plain = template.toString().replace(INPUT, VALUES.get(value));

        MappedText expected = script(plain);
        MappedText seen = script(header + template);

        assertThat(seen.text()).isEqualTo(expected.text());
        for (int i = 0; i < seen.text().length() - 1; i++) {
            Span there = seen.span(i, i + 1);
            if (!there.text().equals(INPUT)) {
                assertThat(there.text()).isEqualTo(expected.span(i, i + 1).text());
                String before = plain.substring(0, expected.span(i, i + 1).start());
                int inserts = inserts(before, template.toString(), VALUES.get(value));
                assertThat(there.start() - header.length())
                        .isEqualTo(before.length()
                                + inserts * (INPUT.length() - VALUES.get(value).length()));
            }
        }
    }

    /** How many inputs of a template end within the first characters of what it becomes. */
    private static int inserts(String becomes, String template, String value) {
        int count = 0;
        int from = template.indexOf(INPUT);
        while (from >= 0 && from - count * (INPUT.length() - value.length()) + value.length() <= becomes.length()) {
            count++;
            from = template.indexOf(INPUT, from + 1);
        }
        return count;
    }

    private static MappedText script(String ci) {
        Pipeline pipeline = MemoryFiles.resolve(ci);
        assertThat(pipeline.problems()).as(ci).isEmpty();
        return pipeline.jobs().getFirst().script().text();
    }
}
