package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kanilint.rules.StageCopies.Copy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StageCopiesTest {
    private static final String TWO_STAGES = "FROM a AS build\nFROM b AS test\nFROM c\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            COPY --from=build /out /srv                     | 0 | out
            COPY --from=0 /out /srv                         | 0 | out
            copy --from=BUILD --chown=1:1 /out /srv         | 0 | out
            COPY --chmod=755 --from=test ./app/bin/ /bin/   | 1 | app/bin
            COPY --from=1 //srv//www /srv                   | 1 | srv/www
            """)
    void findsCopies(String line, int stage, String path) {
        assertThat(copies(TWO_STAGES + line).copies())
                .extracting(Copy::stage, Copy::path)
                .containsExactly(tuple(stage, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY /out /srv",
                "COPY --from=nginx:1.29 /etc/nginx /etc/nginx",
                "COPY --from=2 /out /srv",
                "COPY --from=99999999999 /out /srv",
                "COPY --from=build /out/$NAME /srv",
                "COPY --from=build /out/*.whl /srv",
                "COPY --from=build [\"/out\", \"/srv\"]",
                "COPY --from=build",
                "RUN echo COPY --from=build /out /srv",
                "# COPY --from=build /out /srv",
                "RUN true \\\n  COPY --from=build /out /srv",
            })
    void leavesOutWhatIsNoneOrNotKnown(String line) {
        assertThat(copies(TWO_STAGES + line).copies()).isEmpty();
    }

    @Test
    void readsSeveralSourcesAndContinuedLines() {
        assertThat(copies(TWO_STAGES + "COPY --from=build \\\n  # both\n  /a \\\n  /b /srv/\n")
                        .copies())
                .extracting(Copy::path)
                .containsExactly("a", "b");
    }

    @Test
    void stopsAtTheTarget() {
        String text = "FROM a AS build\nFROM b AS test\nCOPY --from=build /x /x\nFROM c\nCOPY --from=build /y /y\n";
        assertThat(StageCopies.of(text, Optional.of("Test")).orElseThrow().copies())
                .extracting(Copy::path)
                .containsExactly("x");
        assertThat(StageCopies.of(text, Optional.of("0")).orElseThrow().copies())
                .isEmpty();
        assertThat(StageCopies.of(text, Optional.of("2")).orElseThrow().copies())
                .hasSize(2);
        assertThat(StageCopies.of(text, Optional.of("nope"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FROM a\nRUN <<EOF\nCOPY --from=0 /a /b\nEOF\n", "# escape=`\nFROM a\n", "#Escape = `\nFROM a\n"
            })
    void doesNotReadWhatItDoesNotKnow(String text) {
        assertThat(StageCopies.of(text, Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, /out, 0, /out, true",
        "0, /out/, 0, /out, true",
        "0, /out, 0, /out/web.key, true",
        "0, /, 0, /anything, true",
        "0, /out/web.key, 0, /out, false",
        "0, /out, 1, /out, false",
        "0, /usr/bin/server, 0, /usr/bin/server, false",
        "0, /out, 0, /output, false",
    })
    void takesWhatLiesInItsFolder(int stage, String path, int leftStage, String leftPath, boolean takes) {
        Copy copy = copy(stage, path);
        assertThat(copy.takes(copy(leftStage, leftPath))).isEqualTo(takes);
    }

    private static Copy copy(int stage, String path) {
        return copies(TWO_STAGES + "COPY --from=" + stage + " " + path + " /srv")
                .copies()
                .getFirst();
    }

    private static StageCopies copies(String text) {
        return StageCopies.of(text, Optional.empty()).orElseThrow();
    }
}
