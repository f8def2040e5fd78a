package io.kanilint.shell;

import io.kanilint.lint.FuzzInput;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a script says, there is a tree and there are ways, with places in the script. Here for what {@code bench/fuzz.sh}
 * starts from, and for what it found.
 */
class ScriptFuzzTest {
    private static final int SEEDS = 50;

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] bytes) {
        String script = new String(bytes, StandardCharsets.UTF_8);
        PlaceCheck.tree(script);
        PlaceCheck.ways(script);
    }

    @ParameterizedTest
    @MethodSource
    void hasATreeAndWays(FuzzInput input) {
        fuzzerTestOneInput(input.bytes());
    }

    static Stream<FuzzInput> hasATreeAndWays() {
        return Stream.concat(
                FuzzInput.kept("shell"),
                IntStream.range(0, SEEDS).mapToObj(i -> FuzzInput.of("script " + i, ScriptGenerator.script(i))));
    }
}
