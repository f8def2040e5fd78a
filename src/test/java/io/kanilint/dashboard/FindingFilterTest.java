package io.kanilint.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kanilint.finding.Severity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parameters of a request mean, and what is said of those that mean nothing. */
class FindingFilterTest {

    @Test
    void withoutParametersItIsWhatIsOpen() {
        assertThat(FindingFilter.of(Map.of())).isEqualTo(FindingFilter.USUAL);
        assertThat(FindingFilter.USUAL.usual()).isTrue();
        assertThat(FindingFilter.USUAL.parameters()).isEmpty();
        assertThat(FindingFilter.of(Map.of("rule", "", "from", " ", "state", "", "after", "x", "utm", "y")))
                .isEqualTo(FindingFilter.USUAL);
    }

    @Test
    void everyParameterIsReadAndWrittenAgain() {
        var all = Map.ofEntries(
                Map.entry("group", "shop/sub"),
                Map.entry("project", "shop/sub/images"),
                Map.entry("rule", "unknown-flag"),
                Map.entry("severity", "warning"),
                Map.entry("state", "fixed"),
                Map.entry("branch", "release/1 & 2"),
                Map.entry("merge_request", "7"),
                Map.entry("from", "2026-01-31"),
                Map.entry("to", "2026-02-28"),
                Map.entry("text", "100%_Ü"),
                Map.entry("scope", "brought_in"),
                Map.entry("sort", "severity"));

        var filter = FindingFilter.of(all);

        assertThat(filter)
                .isEqualTo(new FindingFilter(
                        "shop/sub",
                        "shop/sub/images",
                        "unknown-flag",
                        Severity.WARNING,
                        FindingState.FIXED,
                        "release/1 & 2",
                        7L,
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        "100%_Ü",
                        FindingScope.BROUGHT_IN,
                        FindingSort.SEVERITY));
        assertThat(filter.parameters()).isEqualTo(all);
        assertThat(filter.usual()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule          | no-such-rule         | There is no rule “no-such-rule”.
            rule          | multi-build-job' --  | There is no rule “multi-build-job' --”.
            severity      | fatal                | “fatal” is not a choice for severity; choose from info, warning, error.
            severity      | ERROR                | “ERROR” is not a choice for severity; choose from info, warning, error.
            state         | gone                 | “gone” is not a choice for state; choose from open, fixed, ignored, closed, all.
            scope         | mine                 | “mine” is not a choice for scope; choose from all, brought_in, inherited.
            sort          | id; DROP             | “id; DROP” is not a choice for sort; choose from newest, oldest, severity.
            merge_request | -1                   | “-1” is not a number for merge_request.
            merge_request | 0                    | “0” is not a number for merge_request.
            merge_request | 9223372036854775808  | “9223372036854775808” is not a number for merge_request.
            merge_request | ٣                    | “٣” is not a number for merge_request.
            from          | 2026-02-30           | “2026-02-30” is not a day for from; days are written like 2026-03-31.
            to            | +999999999-12-31     | “+999999999-12-31” is not a day for to; days are written like 2026-03-31.
            to            | yesterday            | “yesterday” is not a day for to; days are written like 2026-03-31.
            text          | ab                   | The text to search for has at least 3 characters.
            """)
    void whatMeansNothingIsToldInWords(String parameter, String value, String problem) {
        assertThat(problems(Map.of("project", "shop/images", parameter, value))).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u001bb", "a\ud800b"})
    void charactersThatNoDatabaseKeepsAreRefused(String value) {
        for (String parameter : List.of("group", "project", "rule", "branch", "text", "severity", "from")) {
            assertThat(problems(Map.of(parameter, value)))
                    .containsExactly("What is given for %s contains a control character.".formatted(parameter));
        }
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(problems(Map.of("group", "g".repeat(1001))))
                .containsExactly("What is given for group is too long: at most 1000 characters.");
        assertThat(problems(Map.of("text", "t".repeat(201))))
                .containsExactly("What is given for text is too long: at most 200 characters.");
        assertThat(problems(Map.of("rule", "r".repeat(900))).getFirst()).hasSizeLessThan(100);
    }

    @Test
    void partsThatContradictEachOtherAreTold() {
        assertThat(problems(Map.of("merge_request", "7", "from", "2026-02-01", "to", "2026-01-31", "rule", "x")))
                .containsExactly(
                        "There is no rule “x”.",
                        "A merge request has its number within its project: give the project too.",
                        "The first day is after the last day.");
    }

    @Test
    void slashesAroundPathsDoNotMatter() {
        assertThat(FindingFilter.of(Map.of("group", "/shop/", "project", "//")).group())
                .isEqualTo("shop");
        assertThat(FindingFilter.of(Map.of("project", "//")).project()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "MC4x!", "My4x", "MC4tMQ", "MC4x&", "MC4xIE9SIDE", "MC45OTk5OTk5OTk5OTk5OTk5OTk5OTk"})
    void aCursorThatIsNotOursIsRefused(String cursor) {
        assertThat(catchThrowableOfType(
                                WrongParametersException.class, () -> FindingPosition.of(Map.of("after", cursor)))
                        .problems())
                .containsExactly("The address does not name a page of this list.");
        assertThat(catchThrowableOfType(
                        WrongParametersException.class,
                        () -> FindingPosition.of(Map.of("after", "MC4x", "before", "MC4x"))))
                .isNotNull();
        assertThat(FindingPosition.of(Map.of("before", "MC4x"))).isEqualTo(new FindingPosition.Beside(true, 0, 1));
    }

    private static List<String> problems(Map<String, String> parameters) {
        var wrong = catchThrowableOfType(WrongParametersException.class, () -> FindingFilter.of(parameters));
        return wrong == null ? List.of() : wrong.problems();
    }
}
