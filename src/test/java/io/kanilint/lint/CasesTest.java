package io.kanilint.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.kanilint.finding.Finding;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.Gap;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code cases} says in its first line what is true of it; see the README there. */
class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");
    private static final String CI_FILE = ".gitlab-ci.yml";
    private static final String TRUTH = "# expect: ";
    private static final String PLACE = "# place: ";

    /** The rules that the other cases are about. */
    private static final Set<String> ENGINE = Set.of("multi-build-job", "unreadable-configuration");

    /** A CI file with its truth, alone or as the main file of a folder. */
    record Case(Path file) {
        LintResult result() {
            String name = file.getFileName().toString();
            return Linter.lint(new FolderFiles(file.toAbsolutePath().getParent(), name, name), Settings.DEFAULT);
        }

        /** The rule that it is about, if its folder is named after one. */
        Optional<String> rule() {
            String topic = CASES.relativize(file).getName(0).toString();
            return Rules.ALL.stream().map(Rule::id).filter(topic::equals).findFirst();
        }

        boolean isAbout(Finding finding) {
            return rule().map(finding.rule()::equals).orElseGet(() -> ENGINE.contains(finding.rule()));
        }

        /** What follows a heading at the beginning of a line. */
        Stream<String> said(String heading) throws IOException {
            return Files.readAllLines(file).stream()
                    .takeWhile(line -> line.startsWith("#"))
                    .filter(line -> line.startsWith(heading))
                    .flatMap(line -> Stream.of(line.substring(heading.length()).split(", ")));
        }

        @Override
        public String toString() {
            return CASES.relativize(file.endsWith(CI_FILE) ? file.getParent() : file)
                    .toString();
        }
    }

    static Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files
                    .filter(file -> file.toString().endsWith(".yml"))
                    .filter(CasesTest::isMain)
                    .sorted()
                    .toList()
                    .stream()
                    .map(Case::new);
        }
    }

    private static boolean isMain(Path file) {
        return file.endsWith(CI_FILE) || CASES.relativize(file).getNameCount() == 2;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isJudgedAsExpected(Case one) throws IOException {
        LintResult result = one.result();
        var found = new ArrayList<String>();
        result.findings().stream()
                .filter(one::isAbout)
                .forEach(finding -> found.add(subject(finding) + "@" + place(finding.span(), one)));
        if (one.rule().isEmpty()) {
            result.gaps().stream().map(Gap::span).forEach(span -> found.add("gap@" + place(span, one)));
        }
        List<String> expected = one.said(TRUTH)
                .filter(truth -> !truth.equals("nothing"))
                .sorted()
                .toList();
        assertThat(found.stream().sorted().toList()).isEqualTo(expected);
    }

    private static String subject(Finding finding) {
        return switch (finding.rule()) {
            case "multi-build-job" -> finding.job();
            case "unreadable-configuration" -> "unreadable";
            default -> finding.job();
        };
    }

    private static String place(Span span, Case one) {
        String file = span.source().path();
        String line = String.valueOf(span.startLine());
        return file.equals(one.file.getFileName().toString()) ? line : file + ":" + line;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isReportedWhereTheExecutorIsRun(Case one) throws IOException {
        List<String> places = one.said(PLACE).toList();
        for (Finding finding : one.result().findings()) {
            if (finding.rule().equals("multi-build-job")) {
                String text = finding.span().text();
                assertThat(text.toLowerCase(Locale.ROOT).matches("(?s).*(kaniko|executor).*|\\$\\{?\\w.*")
                                || places.contains(text))
                        .as("the text at the place, %s, runs the executor", text)
                        .isTrue();
            }
        }
    }
}
