package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and variables of which the file does not tell the value. */
class UnknownWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"$ARGS", "\"$ARG\"", "--$FLAG", "-$LETTER", "--no-push $ARGS", "--cach$E", "--c*"})
    void aWordThatMayHoldFlagsLeavesEveryAnswerOpen(String line) {
        var arguments = Words.parse(line);
        assertThat(arguments.isComplete()).isFalse();
        assertThat(arguments.cleanup()).isEqualTo(Answer.UNKNOWN);
        assertThat(arguments.isSet("cache-run-layers")).isEqualTo(Answer.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-d $IMAGE",
                "-d $REG/app:$TAG",
                "--destination=$IMAGE",
                "-d$IMAGE",
                "-d=$IMAGE",
                "--destination \"$IMAGE\"",
                "--build-arg X=$X",
                "--unknown=$X"
            })
    void aValueThatIsNotKnownIsStillOneValue(String line) {
        var arguments = Words.parse(line);
        assertThat(arguments.isComplete()).isTrue();
        assertThat(arguments.flags()).hasSize(1);
        assertThat(arguments.extraWords()).isEmpty();
        assertThat(arguments.flags().getFirst().value().orElseThrow().pattern()).contains("${");
    }

    @Test
    void whatIsWrittenIsKnown() {
        var arguments = Words.parse("$ARGS --cleanup -d a $MORE");
        assertThat(arguments.cleanup()).isEqualTo(Answer.YES);
        assertThat(arguments.destinations()).containsExactly(Value.of("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$ARGS .", "\"$ARG\" .", "--$FLAG ."})
    void aWordAfterAnUnknownOneMayBeItsValue(String line) {
        assertThat(Words.parse(line).extraWords()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "osscontainertools/kaniko:v1.28.3-debug, 1, YES",
        "osscontainertools/kaniko:v1.28.3-debug, true, YES",
        "osscontainertools/kaniko:v1.28.3-debug, 0, NO",
        "osscontainertools/kaniko:v1.28.3-debug, nonsense, NO",
        "osscontainertools/kaniko:v1.28.3-debug, ?, UNKNOWN",
        "osscontainertools/kaniko:v1.27.4-debug, 1, NO",
        "gcr.io/kaniko-project/executor:debug, 1, NO",
        "test-executor:debug, 1, UNKNOWN",
        "test-executor:debug, 0, NO",
    })
    void osscontainertoolsReadsTheEnvironmentToo(String image, String value, Answer cleanup) {
        assertThat(Words.parse("", image, Map.of("KANIKO_CLEANUP", value)).cleanup())
                .isEqualTo(cleanup);
    }

    @Test
    void theFlagComesBeforeTheEnvironment() {
        var on = Map.of("KANIKO_CLEANUP", "1", "KANIKO_DIR", "/a");
        assertThat(Words.parse("--cleanup=false", "osscontainertools/kaniko:debug", on)
                        .cleanup())
                .isEqualTo(Answer.NO);
        assertThat(Words.parse("", "", on).kanikoDirectory()).isEqualTo(Value.of("/a"));
        assertThat(Words.parse("--kaniko-dir /b", "", on).kanikoDirectory()).isEqualTo(Value.of("/b"));
    }

    @ParameterizedTest
    @CsvSource({"--no-push, false, NO", "--no-push, ?, UNKNOWN", "'', true, YES", "'', maybe, NO", "$ARGS, 1, YES"})
    void onlyForNoPushItIsTheOtherWayRound(String line, String value, Answer noPush) {
        assertThat(Words.parse(line, "gcr.io/kaniko-project/executor:debug", Map.of("KANIKO_NO_PUSH", value))
                        .noPush())
                .isEqualTo(noPush);
        assertThat(Words.parse("--no-push").noPush()).isEqualTo(Answer.YES);
    }

    @Test
    void theAlpineImageCleansUpByItself() {
        String image = "ghcr.io/osscontainertools/kaniko:v1.28.3-alpine";
        assertThat(Words.parse("", image, Map.of()).cleanup()).isEqualTo(Answer.YES);
        assertThat(Words.parse("", image, Map.of()).preCleanup()).isEqualTo(Answer.YES);
        assertThat(Words.parse("", image, Map.of("KANIKO_CLEANUP", "0")).cleanup())
                .isEqualTo(Answer.NO);
    }

    static LongStream seeds() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noWordsAreTooStrange(long seed) {
        var random = new Random(seed);
        var words = new ArrayList<Field>();
        for (int i = random.nextInt(6); i > 0; i--) {
            words.add(new Field(value(random), random.nextInt(4) == 0));
        }
        var arguments = KanikoArguments.parse(
                words, _ -> random.nextBoolean() ? Optional.of(value(random)) : Optional.empty(), Executor.UNKNOWN);
        FlagCatalogue.EXECUTOR.flags().forEach(flag -> arguments.value(flag.name()));
        FlagCatalogue.EXECUTOR.flags().stream()
                .filter(flag -> flag.type().isBool())
                .forEach(flag -> arguments.isSet(flag.name()));
        assertThat(arguments.builds()).isIn(true, false);
        assertThat(arguments.cacheRepository()).isNotNull();
        assertThat(arguments.flags()).allMatch(use -> use.word() <= use.valueWord() && use.valueWord() < words.size());
        assertThat(arguments.extraWords()).allMatch(extra -> extra.word() < words.size());
        Leftovers left =
                Leftovers.NONE.after(arguments, Executor.UNKNOWN, false).after(words);
        assertThat(left.metBy(arguments, Executor.UNKNOWN).extent()).isNotNull();
    }

    @Test
    void longOnesTakeNoLongTime() {
        String stars = "*[a-z]".repeat(2_000);
        String line = "find /kaniko " + "( ".repeat(5_000) + "-name " + stars;
        Leftovers left = Leftovers.NONE.after(Words.parse("--cleanup"), Executor.of("kaniko-project/executor"), false);
        assertThat(left.after(Words.of(line))).isEqualTo(left);
        assertThat(left.after(Words.of("rm -rf /kaniko/" + stars + "!"))).isEqualTo(left);
        assertThat(FlagCatalogue.EXECUTOR.nearest("c".repeat(100_000))).isEmpty();
        assertThat(Executor.of("${".repeat(100_000)).family()).isEqualTo(Family.UNKNOWN);
        assertThat(FlagCatalogue.EXECUTOR.flag("cache-ttl").orElseThrow().type().accepts("1h".repeat(100_000)))
                .isFalse();
    }

    private static Value value(Random random) {
        List<String> texts = List.of(
                "",
                "-",
                "--",
                "=",
                "/",
                ":",
                "d",
                "h",
                "cache",
                "destination",
                "version",
                "true",
                "rm",
                "find",
                "-rf",
                "/kaniko",
                "[",
                "]",
                "[!",
                "(",
                "\\",
                "-exec",
                ";",
                "-name",
                "--no-push",
                "-o",
                "!");
        var value = Value.EMPTY;
        for (int i = random.nextInt(4); i > 0; i--) {
            String text = texts.get(random.nextInt(texts.size()));
            value = value.plus(
                    random.nextInt(4) == 0 ? Value.unknown(random.nextBoolean() ? "X" : "*") : Value.of(text));
        }
        return value;
    }
}
