package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.kaniko.Dockerfile.Instruction;
import io.kanilint.kaniko.Dockerfile.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {

    private static List<Instruction> steps(String text) {
        return Dockerfile.of("FROM a\n" + text)
                .orElseThrow()
                .stages()
                .getFirst()
                .instructions();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RUN pip install a \\\n  b",
                "RUN pip install a \\\r\n  b\r\n",
                "run pip install a \\  \n# a comment\n\n  # another\n  b\n",
                "  RUN pip install a \\\n  b # not a comment",
                "RUN pip install a \\\n  b\\",
            })
    void joinsContinuedLines(String text) {
        assertThat(steps(text)).singleElement().satisfies(step -> {
            assertThat(step.keyword()).isEqualTo("RUN");
            assertThat(step.arguments()).startsWith("pip install a   b");
        });
    }

    @Test
    void joinsWithoutABlank() {
        assertThat(steps("RUN py\\\nthon\n")).containsExactly(new Instruction("RUN", List.of(), "python"));
        assertThat(steps("RUN echo a\\\\\nRUN b\n")).hasSize(2);
    }

    @Test
    void partsFlagsFromArguments() {
        assertThat(steps("COPY --from=x  --chown=1:1 a b\nRUN --mount=type=cache,target=/a\n"))
                .containsExactly(
                        new Instruction("COPY", List.of("--from=x", "--chown=1:1"), "a b"),
                        new Instruction("RUN", List.of("--mount=type=cache,target=/a"), ""));
    }

    @Test
    void partsStages() {
        Dockerfile read = Dockerfile.of(
                        "\uFEFF# syntax=docker/dockerfile:1\nARG V=1\nFROM --platform=x a:$V AS One\nRUN a\n"
                                + "FROM one\nONBUILD RUN b\n")
                .orElseThrow();
        assertThat(read.head()).hasSize(1);
        assertThat(read.stages()).extracting(Stage::name).containsExactly("one", "");
        assertThat(read.stages().getLast().instructions())
                .extracting(Instruction::keyword)
                .containsExactly("ONBUILD");
        assertThat(read.upTo(Optional.of("ONE")))
                .hasValueSatisfying(stages -> assertThat(stages).hasSize(1));
        assertThat(read.upTo(Optional.of("1")))
                .hasValueSatisfying(stages -> assertThat(stages).hasSize(2));
        assertThat(read.upTo(Optional.of("2"))).isEmpty();
        assertThat(read.base(read.stages().getLast(), Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "python:3.12,                  python:3.12",
        "python:${V}-slim,             python:3.12-slim",
        "python:$V,                    python:3.12",
        "python:$GIVEN,                python:mine",
        "python:$UNKNOWN,              ",
        "python:${V:-1},               ",
        "python:$NONE,                 ",
        "python:$OTHER,                ",
        "python:$MANY,                 ",
        "build,                        ",
        "0,                            ",
        "'[x](y)',                     ",
    })
    void knowsTheBase(String written, String base) {
        String head = "ARG V=3.12\nARG GIVEN=x\nARG NONE\nARG UNKNOWN=1\nARG MANY=1 OTHERS=2\nFROM x AS build\n";
        Dockerfile read = Dockerfile.of(head + "FROM " + written + "\n").orElseThrow();
        assertThat(read.base(read.stages().getLast(), Map.of("GIVEN", "mine", "UNKNOWN", "$")))
                .isEqualTo(Optional.ofNullable(base));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "RUN a\n",
                "FROM\n",
                "FROM a b\n",
                "FROM a AS b c\n",
                "FROM a\nRUN <<EOF\nFROM b\nEOF\n",
                "FROM a\nCOPY <<-'X' /b\nX\n",
                "# escape=`\nFROM a\n",
                "# syntax=x\n#Escape = `\nFROM a\n",
            })
    void doesNotReadWhatItDoesNotKnow(String text) {
        assertThat(Dockerfile.of(text)).isEmpty();
    }

    @Test
    void knowsDirectivesOnlyBeforeEverythingElse() {
        assertThat(Dockerfile.of("# escape=\\\nFROM a\n")).isPresent();
        assertThat(Dockerfile.of("# a word\n# escape=`\nFROM a\n")).isPresent();
    }

    @Test
    void refusesWhatIsHuge() {
        assertThat(Dockerfile.of("FROM a\n" + "RUN a\n".repeat(1_000))).isPresent();
        assertThat(Dockerfile.of("FROM a\n" + "RUN a\n".repeat(100_000))).isEmpty();
    }

    @Test
    void isQuickWithOddLines() {
        for (String odd : List.of(" ", "\t", "\\", "\\\n", "--", "--a ", "#", "$", "{", "\0", "\r", "\u2028")) {
            String many = odd.repeat(60_000 / odd.length());
            var read = Dockerfile.of("FROM a\nRUN " + many + "\n" + many);
            assertThat(read.stream().flatMap(one -> one.stages().stream())).hasSizeLessThan(2);
        }
    }

    @Property(tries = 300)
    void neverFails(@ForAll @StringLength(max = 200) String text, @ForAll @StringLength(max = 20) String target) {
        Dockerfile.of(text);
        Dockerfile.of("FROM a\n" + text)
                .ifPresent(read -> read.stages().forEach(stage -> {
                    read.upTo(Optional.of(target));
                    read.base(stage, Map.of(target, text));
                    for (PackageManager manager : PackageManager.values()) {
                        Installs.of(stage, manager);
                    }
                }));
    }
}
