package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffLinesTest {
    private static final String TWO_HUNKS = """
            @@ -3,3 +3,4 @@ build:
             script:
            -  - old
            +  - new
            +  - newer
             stage: build
            @@ -20,3 +21,2 @@
             a
            -b
             c
            """;

    @Test
    void linesOfAHunk() {
        DiffLines lines = DiffLines.of(TWO_HUNKS);
        assertThat(lines.oldLine(3)).hasValue(3);
        assertThat(lines.adds(4)).isTrue();
        assertThat(lines.adds(5)).isTrue();
        assertThat(lines.oldLine(6)).hasValue(5);
        assertThat(lines.oldLine(22)).hasValue(22);
    }

    @Test
    void linesOutsideOfHunksByTheRunningOffset() {
        DiffLines lines = DiffLines.of(TWO_HUNKS);
        assertThat(lines.oldLine(1)).hasValue(1);
        assertThat(lines.oldLine(7)).hasValue(6);
        assertThat(lines.oldLine(20)).hasValue(19);
        assertThat(lines.oldLine(23)).hasValue(23);
        assertThat(lines.shows(2)).isFalse();
        assertThat(lines.shows(3)).isTrue();
        assertThat(lines.shows(6)).isTrue();
        assertThat(lines.shows(7)).isFalse();
    }

    @Test
    void headerOfGit() {
        DiffLines lines = DiffLines.of("""
                diff --git a/x.yml b/x.yml
                index 1..2 100644
                --- a/x.yml
                +++ b/x.yml
                """ + TWO_HUNKS);
        assertThat(lines.adds(4)).isTrue();
    }

    @Test
    void contentThatLooksLikeAHeader() {
        DiffLines lines = DiffLines.of("""
                @@ -1,3 +1,3 @@
                --- x
                +++ y
                 @@ -9,9 +9,9 @@
                 \\ No newline
                """);
        assertThat(lines.adds(1)).isTrue();
        assertThat(lines.oldLine(2)).hasValue(2);
        assertThat(lines.oldLine(3)).hasValue(3);
    }

    @Test
    void noNewlineAtTheEndOfEitherFile() {
        DiffLines lines = DiffLines.of("""
                @@ -1 +1,2 @@
                -a
                \\ No newline at end of file
                +a
                +b
                \\ No newline at end of file""");
        assertThat(lines.adds(1)).isTrue();
        assertThat(lines.adds(2)).isTrue();
    }

    @Test
    void newFileEmptiedFileAndNoChange() {
        assertThat(DiffLines.of("@@ -0,0 +1,2 @@\n+a\n+b\n").adds(2)).isTrue();
        assertThat(DiffLines.of("@@ -1,2 +0,0 @@\n-a\n-b\n").shows(1)).isFalse();
        assertThat(DiffLines.of("").oldLine(5)).hasValue(5);
    }

    @Test
    void pureInsertionWithoutContext() {
        DiffLines lines = DiffLines.of("@@ -2,0 +3,2 @@\n+x\n+y\n");
        assertThat(lines.oldLine(2)).hasValue(2);
        assertThat(lines.adds(3)).isTrue();
        assertThat(lines.oldLine(5)).hasValue(3);
    }

    @Test
    void carriageReturnsBelongToTheContent() {
        DiffLines lines = DiffLines.of("@@ -1,3 +1,3 @@\n a\r\n-b\r\n+c\r\n \r\n");
        assertThat(lines.adds(2)).isTrue();
        assertThat(lines.oldLine(3)).hasValue(3);
    }

    @Test
    void strippedBlankOfAnEmptyLine() {
        assertThat(DiffLines.of("@@ -1,2 +1,3 @@\n a\n\n+b\n").adds(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@@ -1,2 +1,2 @@\n a\n",
                "@@ -1 +1 @@",
                "@@ -1,1 +1,1 @@\n-a\n-b\n+c\n",
                "@@ -1 +1 @@\n*a\n",
                "Binary files differ"
            })
    void refusesWhatIsCutOffOrNoDiff(String diff) {
        assertThatThrownBy(() -> DiffLines.of(diff)).isInstanceOf(IllegalArgumentException.class);
    }
}
