package io.kanilint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Pages of rules at a terminal. */
class PageTextTest {
    static final List<Rule> RULES = Rules.ALL;

    private static final String PAGE = """
            # a-rule

            **It is
            wrong.** See [the page](https://example.com/x) or [another](other.md).

            ## Why

            * one `code`
              goes on
            * two

            | What | Then |
            |---|---|
            | `a \\| b` | c |

            ```yaml
            a: **b**
            ```
            """;

    @Test
    void isReadableWithoutColours() {
        assertThat(String.join("\n", new PageText(Style.PLAIN).lines(PAGE))).isEqualTo("""
                a-rule
                ======

                It is wrong. See the page (https://example.com/x) or another.

                Why
                ---

                * one `code` goes on
                * two

                * `a | b`
                  Then: c

                    a: **b**""");
    }

    @Test
    void coloursTakeThePlaceOfMarks() {
        assertThat(String.join("\n", new PageText(Style.COLOURED).lines(PAGE)))
                .contains("\u001B[1ma-rule\u001B[0m", "\u001B[34mcode\u001B[0m", "\u001B[1mIt is wrong.\u001B[0m")
                .doesNotContain("===", "`");
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void everyPageFitsATerminal(Rule rule) {
        String page = RulePages.markdown(rule.id()).orElseThrow();
        List<String> lines = new PageText(Style.PLAIN).lines(page);

        assertThat(lines).first().isEqualTo(rule.id());
        assertThat(lines).noneMatch(line -> line.contains("**") && !line.startsWith("    "));
        assertThat(lines.stream().filter(line -> !line.startsWith("    ")))
                .allMatch(line -> Columns.of(line) <= 100 || !line.strip().contains(" "));
    }
}
