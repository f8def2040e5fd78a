package io.kanilint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rules}, {@code explain} and {@code completion}. */
class RuleCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void everyRuleHasALine() {
        Ran ran = Ran.in(folder, "rules");

        assertThat(ran.code()).isZero();
        assertThat(ran.out().lines()).hasSameSizeAs(Rules.ALL);
        for (Rule rule : Rules.ALL) {
            assertThat(ran.out().lines())
                    .anyMatch(line -> line.matches("%s +%s +.*"
                                    .formatted(rule.id(), rule.severity().word()))
                            && line.endsWith(rule.summary()));
        }
    }

    @Test
    void everyRuleIsInTheJson() {
        JsonNode json = JsonMapper.shared()
                .readTree(Ran.in(folder, "rules", "--format", "json").out());

        assertThat(json.get("schema_version").asInt()).isEqualTo(1);
        assertThat(json.get("rules")).hasSize(Rules.ALL.size());
        assertThat(json.at("/rules/0").propertyNames()).containsExactly("id", "severity", "summary", "help");
    }

    @Test
    void aRuleIsExplained() {
        for (Rule rule : Rules.ALL) {
            Ran ran = Ran.in(folder, "explain", rule.id());
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).startsWith(rule.id() + "\n===").contains("Before\n------");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "explain multi-bild-job | there is no rule 'multi-bild-job'; did you mean 'multi-build-job'?",
                "explain Ünknown | there is no rule 'Ünknown'; 'kanilint rules' lists all of them",
                "explain ../multi-build-job | there is no rule '../multi-build-job'; did you mean 'multi-build-job'?",
                "explain | 'explain' needs a RULE. Try 'kanilint explain --help'.",
                "rules --format sarif | --format takes text or json, not 'sarif'. Try 'kanilint rules --help'.",
                "rules multi-build-job | 'rules' takes no 'multi-build-job'. Try 'kanilint rules --help'.",
                "explain multi-build-job b | 'explain' takes no 'b'. Try 'kanilint explain --help'.",
                "completion fish | SHELL takes bash or zsh, not 'fish'. Try 'kanilint completion --help'.",
                "check --diff --format json | --diff prints a diff; leave out --format json",
                "check --fix=all | --fix takes safe or unsafe, not 'all'. Try 'kanilint check --help'."
            })
    void wrongWordsAreTwo(String command, String line) {
        assertThat(Ran.in(folder, command.split(" "))).isEqualTo(new Ran(2, "", "kanilint: " + line + "\n"));
    }

    /** Bash itself completes with it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kanilint ch | 1 | check",
                "kanilint check --fo | 2 | --format",
                "kanilint check --format sa | 3 | sarif",
                "kanilint explain multi | 2 | multi-build-job"
            })
    void bashCompletes(String words, int last, String completed) throws Exception {
        Files.writeString(
                folder.resolve("script"), Ran.in(folder, "completion", "bash").out() + """
                COMP_WORDS=(%s)
                COMP_CWORD=%d
                COMP_LINE='%1$s'
                COMP_POINT=${#COMP_LINE}
                _complete_kanilint
                echo "${COMPREPLY[@]}"
                """.formatted(words, last));

        assertThat(bash("script")).contains(completed);
    }

    private String bash(String script) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        int code = new ProcessBuilder("bash", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(out)).isZero();
        return Files.readString(out);
    }
}
