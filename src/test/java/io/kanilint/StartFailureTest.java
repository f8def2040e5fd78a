package io.kanilint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that cannot be used ends the start with one line that names it. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {
    private static final String MEMORY =
            "--spring.datasource.url=jdbc:h2:mem:start;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";

    @ParameterizedTest
    @CsvSource({
        "--server.port=abc, PORT is 'abc'",
        "--server.port=, PORT is ''",
        "--server.port=-1, PORT is '-1'",
        "--server.port=65536, PORT is '65536'",
        "--kanilint.log-format=xml, KANILINT_LOG_FORMAT is 'xml'",
        "--kanilint.gitlab.url=nonsense, KANILINT_GITLAB_URL",
        "--kanilint.review.mode=watch, KANILINT_MODE is 'watch'",
        "--kanilint.review.commit-status=maybe, KANILINT_COMMIT_STATUS is 'maybe'",
        "--kanilint.review.defaults-file=/nowhere/defaults.yml, KANILINT_DEFAULTS_FILE is '/nowhere/defaults.yml'",
        "--kanilint.webhook.tokens-file=/nowhere/tokens, KANILINT_WEBHOOK_TOKENS_FILE",
        "--kanilint.webhook.signing-keys-file=/nowhere/keys, KANILINT_WEBHOOK_SIGNING_KEYS_FILE",
        "--kanilint.webhook.signing-keys=hidden-word-that-is-no-key-of-gitlab, Signing key number 1",
        "--kanilint.webhook.signing-keys=whsec_hidden-word-that-is-no-base64-at-all, Signing key number 1",
        "--kanilint.webhook.signing-keys=whsec_aGlkZGVuLXdvcmQ=, Signing key number 1",
        "--management.opentelemetry.tracing.export.otlp.endpoint=hidden-word:4318, OTEL_EXPORTER_OTLP_ENDPOINT",
        "--management.opentelemetry.tracing.export.otlp.endpoint=http:///hidden-word, OTEL_EXPORTER_OTLP_ENDPOINT",
        "--spring.datasource.url=jdbc:mysql://127.0.0.1/x, drivers for PostgreSQL and H2 only",
        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/x?password=hidden-word, Connection to 127.0.0.1:1 refused",
    })
    void oneLineNamesTheSetting(String setting, String named, CapturedOutput output) {
        refused(output, named, setting);
        assertThat(output).doesNotContain("hidden-word", "aGlkZGVuLX");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rulez: {} | :1:1: Settings knows no 'rulez'; did you mean 'rules'?).",
                "split: jobs\\ncomments: {max: many} | :2:17: 'many' is not a whole number from 0 to 1000).",
                "rules: 'x | :1:8: This is not YAML: the quote that is opened here is never closed)."
            })
    void defaultsThatCannotBeUsedAreNamedWithTheirLine(
            String text, String place, CapturedOutput output, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("defaults.yml"), text.replace("\\n", "\n"));
        refused(output, file + place, "--kanilint.review.defaults-file=" + file);
    }

    @Test
    void anotherProtocolThanHttpIsNamed(CapturedOutput output) {
        String otlp = "--management.opentelemetry.tracing.export.otlp.";
        refused(
                output,
                "OTEL_EXPORTER_OTLP_PROTOCOL is grpc",
                otlp + "endpoint=http://127.0.0.1:4317",
                otlp + "transport=GRPC");
    }

    @Test
    void aPortThatIsTakenIsNamed(CapturedOutput output) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            refused(output, "Port " + taken.getLocalPort() + " is taken", "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed(CapturedOutput output, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "in the way");
        refused(
                output,
                file.toString(),
                "--spring.datasource.url=jdbc:h2:file:" + file + "/kanilint;TRACE_LEVEL_FILE=0;MODE=PostgreSQL");
    }

    @Test
    void aPasswordInTheDatabasesAddressIsNotRepeated() {
        var failure = new IllegalStateException(
                new SQLException("No: jdbc:h2:mem:x;PASSWORD=hidden-word;MODE=x [90113-240]"));
        assertThat(StartFailure.sentence(failure)).get().asString().contains("No: jdbc:h2:mem:x;PASSWORD=...;MODE=x.");
    }

    @Test
    void whatNoAdministratorCanHelpKeepsItsStackTrace() {
        assertThat(StartFailure.sentence(new IllegalStateException("a fault of ours")))
                .isEmpty();
    }

    private static void refused(CapturedOutput output, String named, String... settings) {
        Set<String> set = Stream.of(settings).map(StartFailureTest::name).collect(Collectors.toSet());
        String[] arguments = Stream.concat(
                        Stream.of(MEMORY, "--server.port=0", "--kanilint.gitlab.token=x")
                                .filter(argument -> !set.contains(name(argument))),
                        Stream.of(settings))
                .toArray(String[]::new);
        assertThat(catchThrowable(() -> KanilintService.start(arguments))).isNotNull();
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR")))
                .singleElement()
                .asString()
                .contains("Kanilint cannot start.", named);
        assertThat(output).doesNotContain("\tat ", "***");
    }

    private static String name(String argument) {
        return argument.substring(0, argument.indexOf('='));
    }
}
