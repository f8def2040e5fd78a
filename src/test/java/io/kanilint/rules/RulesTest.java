package io.kanilint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.lint.Linter;
import io.kanilint.lint.MapProject;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What belongs to a rule: its name, its page with examples that are true, and fixtures that fire and stay silent. */
class RulesTest {
    static final List<Rule> RULES = Rules.ALL;
    private static final Path FIXTURES = Path.of("src/test/resources/fixtures");
    private static final Path PAGES = Path.of("docs/rules");

    @ParameterizedTest
    @FieldSource("RULES")
    void isNamedAsItsClass(Rule rule) {
        String kebab = rule.getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);
        assertThat(rule.id()).isEqualTo(kebab);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void hasFixturesThatFireAndThatStaySilent(Rule rule) throws IOException {
        Path folder = FIXTURES.resolve(rule.id());
        assertThat(folder).as("fixtures of %s", rule.id()).isDirectory();
        try (Stream<Path> cases = Files.list(folder)) {
            List<Boolean> fires = cases.map(project -> fires(rule, new FolderFiles(project, CI_FILE, CI_FILE)))
                    .toList();
            assertThat(fires).as("one fixture that fires and one that does not").contains(true, false);
        }
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void hasAPageWhoseExamplesAreTrue(Rule rule) throws IOException {
        Path page = PAGES.resolve(rule.id() + ".md");
        assertThat(page).as("the page of %s", rule.id()).exists();
        String text = Files.readString(page);
        assertThat(text).startsWith("# " + rule.id() + "\n");
        assertThat(fires(rule, example(text, "Before")))
                .as("the example before")
                .isTrue();
        assertThat(fires(rule, example(text, "After"))).as("the example after").isFalse();
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void isInTheReadme(Rule rule) throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains("| [%s](docs/rules/%s.md) | %s | %s |"
                        .formatted(rule.id(), rule.id(), rule.severity().word(), rule.summary()));
    }

    private static final String CI_FILE = ".gitlab-ci.yml";

    private static boolean fires(Rule rule, ProjectFiles files) {
        return Linter.lint(files, Settings.DEFAULT).findings().stream()
                .map(Finding::rule)
                .anyMatch(rule.id()::equals);
    }

    private static ProjectFiles example(String page, String heading) {
        var block =
                Pattern.compile("## " + heading + "\n(?s).*?```yaml\n(.*?)```").matcher(page);
        assertThat(block.find()).as("a YAML example under '## %s'", heading).isTrue();
        return MapProject.of(block.group(1));
    }
}
