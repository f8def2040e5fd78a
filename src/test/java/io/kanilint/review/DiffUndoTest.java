package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.gitlab.DiffLines;
import io.kanilint.standin.LineDiff;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From a file and its diff, the file as it was. */
class DiffUndoTest {

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("a\n", "b\n", "\n", " c\n", "-- d\n", "++ e\n", "\\ f\n", "g\r\n", "@@ -1 +1 @@\n", "h")
                .list()
                .ofMaxSize(24)
                .map(lines -> String.join("", lines));
    }

    @Property(tries = 2000)
    void theDiffTakenBackGivesTheFileBefore(@ForAll("files") String before, @ForAll("files") String after) {
        String diff = LineDiff.between(before, after).unified();
        assertThat(DiffUndo.undo(after, diff)).contains(before);
    }

    @Property(tries = 2000)
    void theLinesOfAComparisonAreThoseOfTheDiff(@ForAll("files") String before, @ForAll("files") String after) {
        DiffLines shown = DiffLines.of(LineDiff.between(before, after).unified());
        DiffLines compared = DiffLines.between(before, after);
        int lines = after.isEmpty() ? 0 : after.split("(?<=\n)").length;
        for (int line = 1; line <= lines; line++) {
            assertThat(compared.oldLine(line)).isEqualTo(shown.oldLine(line));
            assertThat(compared.touches(line, Math.min(lines, line + 2)))
                    .isEqualTo(shown.touches(line, Math.min(lines, line + 2)));
        }
    }

    @Example
    void aDiffOfAnotherTextIsRefused() {
        String diff = LineDiff.between("a\nb\nc\n", "a\nx\nc\n").unified();
        assertThat(DiffUndo.undo("a\ny\nc\n", diff)).isEmpty();
        assertThat(DiffUndo.undo("a\n", diff)).isEmpty();
        assertThat(DiffUndo.undo("a\nx\nc\n", diff.substring(0, diff.length() - 3)))
                .isEmpty();
    }

    @Example
    void linesThatOnlyLostSomethingBetweenThemAreTouched() {
        DiffLines lines =
                DiffLines.of(LineDiff.between("a\nb\nc\nd\n", "a\nc\nd\n").unified());
        assertThat(lines.touches(1, 2)).isTrue();
        assertThat(lines.touches(2, 3)).isFalse();
        assertThat(lines.touches(1, 1)).isFalse();
    }
}
