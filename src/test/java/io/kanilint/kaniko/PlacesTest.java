package io.kanilint.kaniko;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.shell.Command;
import io.kanilint.shell.Effort;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.text.MappedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The text at the place of a command is that command, in all fixtures and, for whoever has some, in a folder of real CI
 * files whose path is in {@code KANILINT_CORPUS}.
 */
class PlacesTest {

    static Stream<Path> files() throws IOException {
        var folders = Stream.concat(
                Stream.of(Path.of("src/test/resources/fixtures")),
                Optional.ofNullable(System.getenv("KANILINT_CORPUS")).map(Path::of).stream());
        var all = Stream.<Path>builder();
        for (Path folder : folders.toList()) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(file -> file.toString().endsWith(".yml")).sorted().forEach(all::add);
            }
        }
        return all.build();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theTextAtItsPlaceIsTheCommand(Path file) {
        for (Job job : PipelineReader.read(FolderFiles.around(file, "ci.yml")).jobs()) {
            JobBuilds builds = BuildFinder.find(job, ScriptFiles.NONE, new Effort());
            MappedText script = job.script().text();
            for (Command.Item item : builds.commands().items()) {
                if (!(item.command() instanceof Command.Unreadable)) {
                    check(script, item.command().start(), item.command().end());
                }
            }
            for (Build build : builds.all()) {
                assertThat(bare(build.span().text())).contains(bare(executor(build)));
            }
        }
    }

    /** A command that runs on into another entry of the script is placed up to the end of its own. */
    private static void check(MappedText script, int start, int end) {
        String written = bare(script.span(start, end).text());
        assertThat(bare(script.text().substring(start, end))).startsWith(written);
        assertThat(written).isNotEmpty();
    }

    /** A build may be called by a variable; what is written there begins with a dollar sign then. */
    private static String executor(Build build) {
        return build.span().text().contains("$") && !build.span().text().contains("executor") ? "$" : "executor";
    }

    /** Without what folding, quoting and continuing lines add or take away. */
    private static String bare(String text) {
        return text.replaceAll("[\\s\\\\'\"]", "");
    }
}
