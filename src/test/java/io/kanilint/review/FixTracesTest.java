package io.kanilint.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixTracesTest {
    private static final Source FILE = new Source("ci.yml", "a\nb\nc\nd\n\ne\n");

    @Test
    void linesThatAreNewAreKnownAgainWhereverTheyAre() {
        String traces = traces(new Edit("ci.yml", 2, 3, List.of("x", "y")));
        assertThat(traces).isEqualTo("x\ny");
        assertThat(FixTraces.in("more\r\nx  \r\ny\r\nz", traces)).isTrue();
        assertThat(FixTraces.in("x\n\ny\n", traces))
                .as("not one after the other")
                .isFalse();
    }

    @Test
    void linesThatTheFileHeldBeforeAreKnownByTheirNeighbours() {
        String traces = traces(new Edit("ci.yml", 2, 2, List.of("a")));
        assertThat(FixTraces.in("a\na\nc\nd\n\ne\n", traces)).isTrue();
        assertThat(FixTraces.in(FILE.text(), traces)).isFalse();
    }

    @Test
    void whatIsDeletedIsKnownByWhatMeets() {
        String traces = traces(new Edit("ci.yml", 2, 2, List.of()));
        assertThat(FixTraces.in("a\nc\nd\n", traces)).isTrue();
        assertThat(FixTraces.in("a\nB\nc\nd\n", traces))
                .as("repaired in another way")
                .isFalse();
        assertThat(FixTraces.in("", traces)).isFalse();
    }

    @Test
    void theEndOfTheFileCanBeWhatIsDeleted() {
        String traces = traces(new Edit("ci.yml", 6, 6, List.of()));
        assertThat(FixTraces.in("a\nb\nc\nd\n\n", traces)).isTrue();
        assertThat(FixTraces.in(FILE.text(), traces)).isFalse();
        assertThat(FixTraces.in("x\n\n", traces))
                .as("blank lines alone tell nothing")
                .isFalse();
    }

    @Test
    void allOfSeveralStretchesAreNeeded() {
        String traces = traces(new Edit("ci.yml", 6, 6, List.of("z")), new Edit("ci.yml", 1, 1, List.of("x", "y")));
        assertThat(FixTraces.in("x\ny\nb\nc\nd\n\nz\n", traces)).isTrue();
        assertThat(FixTraces.in("x\ny\nb\nc\nd\n\ne\n", traces)).isFalse();
    }

    @Test
    void anotherFileTellsNothing() {
        assertThat(FixTraces.of(FILE, new Fix("Fix", true, List.of(new Edit("other.yml", 1, 1, List.of("x"))))))
                .isEmpty();
    }

    private static String traces(Edit... edits) {
        return FixTraces.of(FILE, new Fix("Fix", true, List.of(edits))).orElseThrow();
    }
}
