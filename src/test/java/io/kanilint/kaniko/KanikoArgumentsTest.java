package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.shell.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanikoArgumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--destination reg/app:1",
                "--destination=reg/app:1",
                "-d reg/app:1",
                "-dreg/app:1",
                "-d=reg/app:1",
                "--cache -d reg/app:1 --no-push",
                "--cache=false --context . -d=reg/app:1",
            })
    void aValueStandsBehindABlankAnEqualsSignOrItsLetter(String line) {
        assertThat(patterns(Words.parse(line).destinations())).containsExactly("reg/app:1");
        assertThat(Words.parse(line).extraWords()).isEmpty();
    }

    @Test
    void aFlagMayBeRepeatedAndOfASingleOneTheLastCounts() {
        var arguments = Words.parse("-d a --destination b -c one --context=two --build-arg A=1 --build-arg B");
        assertThat(patterns(arguments.destinations())).containsExactly("a", "b");
        assertThat(patterns(arguments.buildArguments())).containsExactly("A=1", "B");
        assertThat(arguments.context().pattern()).isEqualTo("two");
    }

    @Test
    void aFlagThatTakesAValueSwallowsTheNextWordWhateverItIs() {
        var arguments = Words.parse("--destination --cleanup");
        assertThat(patterns(arguments.destinations())).containsExactly("--cleanup");
        assertThat(arguments.cleanup()).isEqualTo(Answer.NO);
    }

    @Test
    void aFlagAtTheEndLacksItsValue() {
        assertThat(Words.parse("--no-push --destination").flags().getLast().lacksValue())
                .isTrue();
    }

    @Test
    void aBooleanTakesAValueOnlyWithAnEqualsSign() {
        var arguments = Words.parse("--cache true --destination a");
        assertThat(arguments.isSet("cache")).isEqualTo(Answer.YES);
        var extra = arguments.extraWords().getFirst();
        assertThat(extra.value()).isEqualTo(Value.of("true"));
        assertThat(extra.word()).isEqualTo(1);
        assertThat(Objects.requireNonNull(extra.boolBefore()).written()).isEqualTo("--cache");
        assertThat(patterns(arguments.destinations())).containsExactly("a");
    }

    @Test
    void anyOtherWordIsOneTooMany() {
        var arguments = Words.parse("--cache extra");
        assertThat(arguments.extraWords().getFirst().value()).isEqualTo(Value.of("extra"));
        assertThat(arguments.builds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-push -- extra", "--no-push -", "--no-push \"\"", "--no-push --dockerfile -"})
    void someWordsAreIgnored(String line) {
        assertThat(Words.parse(line).extraWords()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--cache=true, YES",
        "--cache=1, YES",
        "--cache=T, YES",
        "--cache, YES",
        "--cache=false, NO",
        "--cache=F, NO",
        "--cache=yes, UNKNOWN",
        "--cache=, UNKNOWN",
        "--cache=$ON, UNKNOWN",
        "--no-push, NO",
        "--cache --cache=0, NO",
    })
    void booleansAreReadAsGoReadsThem(String line, Answer answer) {
        assertThat(Words.parse(line).isSet("cache")).isEqualTo(answer);
    }

    @Test
    void someBooleansAreOnByDefault() {
        assertThat(Words.parse("").isSet("cache-run-layers")).isEqualTo(Answer.YES);
        assertThat(Words.parse("--whitelist-var-run=false").isSet("ignore-var-run"))
                .isEqualTo(Answer.NO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-cache", "--clean", "-x", "--Cache", "---cache", "--=x"})
    void namesAreNeitherAbbreviatedNorGuessed(String flag) {
        var use = Words.parse(flag).flags().getFirst();
        assertThat(use.flag()).isEmpty();
        assertThat(use.lacksValue()).isFalse();
    }

    @Test
    void theWordAfterAnUnknownFlagMayBeItsValue() {
        var arguments = Words.parse("--tag reg/app:1 --cache");
        assertThat(arguments.extraWords()).isEmpty();
        assertThat(arguments.isSet("cache")).isEqualTo(Answer.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "--verbosity debug version",
                "help",
                "completion bash",
                "--help",
                "-h",
                "login -u me reg",
                "push image.tar --destination a",
                "--no-push --help",
                "--dryrun --no-push"
            })
    void someCommandsBuildNothing(String line) {
        assertThat(Words.parse(line).builds()).isFalse();
        assertThat(Words.parse(line).extraWords()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--no-push", "--destination version", "--target help", "extra version", "-- version"})
    void othersBuild(String line) {
        assertThat(Words.parse(line).builds()).isTrue();
    }

    @Test
    void placesOfWordsAreKept() {
        var use = Words.parse("--cache --context . -da").flags();
        assertThat(use.get(1)).extracting(FlagUse::word, FlagUse::valueWord).containsExactly(1, 2);
        assertThat(use.get(2)).extracting(FlagUse::word, FlagUse::valueWord).containsExactly(3, 3);
        assertThat(use.get(2).written()).isEqualTo("-d");
    }

    @Test
    void oldSpellingsCountAsTheNewOnes() {
        var arguments = Words.parse("--tarPath a.tar --snapshotMode=redo");
        assertThat(arguments.value("tar-path")).contains(Value.of("a.tar"));
        assertThat(arguments.value("snapshot-mode")).contains(Value.of("redo"));
        assertThat(arguments.outputs()).hasSize(1);
    }

    @Test
    void defaultsAreThoseOfTheExecutor() {
        var arguments = Words.parse("");
        assertThat(arguments.context()).isEqualTo(Value.of("/workspace/"));
        assertThat(arguments.dockerfile()).isEqualTo(Value.of("Dockerfile"));
        assertThat(arguments.kanikoDirectory()).isEqualTo(Value.of("/kaniko"));
        assertThat(arguments.target()).isEmpty();
    }

    @Test
    void osscontainertoolsPushesTheFirstTarget() {
        String line = "--target a --target b";
        assertThat(Words.parse(line).target()).contains(Value.of("a"));
        assertThat(Words.parse(line, "gcr.io/kaniko-project/executor:debug", Map.of())
                        .target())
                .contains(Value.of("b"));
    }

    @ParameterizedTest
    @CsvSource({
        "-d reg/app:1, reg/app/cache",
        "-d reg:5000/app, reg:5000/app/cache",
        "-d reg/app:1 -d other:2, reg/app/cache",
        "-d $CI_REGISTRY_IMAGE:$TAG, ${CI_REGISTRY_IMAGE}/cache",
        "-d $CI_REGISTRY_IMAGE, ${CI_REGISTRY_IMAGE}/cache",
        "-d $CI_REGISTRY_IMAGE/api, ${CI_REGISTRY_IMAGE}/api/cache",
        "-d reg/app:$A-$B, reg/app/cache",
        "-d reg/$CI_PROJECT_NAME, reg/${CI_PROJECT_NAME}/cache",
        "-d $IMAGE, ''",
        "-d reg/$IMAGE, ''",
        "-d a --cache-repo reg/layers, reg/layers",
        "-d a --cache-repo=oci:/layers, oci:/layers",
        "--no-push, ''",
    })
    void theCacheIsFoundUnderTheFirstDestination(String line, String repository) {
        assertThat(Words.parse(line).cacheRepository().map(Value::pattern).orElse(""))
                .isEqualTo(repository);
    }

    private static List<String> patterns(List<Value> values) {
        return values.stream().map(Value::pattern).toList();
    }
}
