package io.kanilint.lint;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the files say, there is a result, and all of it can be shown. Here for what {@code bench/fuzz.sh} starts from, and
 * for what it found.
 */
class LinterFuzzTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] files) {
        ResultCheck.check(TextProject.of(new String(files, StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource
    void hasAResult(FuzzInput input) {
        fuzzerTestOneInput(input.bytes());
    }

    static Stream<FuzzInput> hasAResult() {
        return Stream.concat(FuzzInput.kept("lint"), FuzzInput.ciFiles());
    }
}
