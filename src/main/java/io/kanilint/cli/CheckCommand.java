package io.kanilint.cli;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.report.JsonReport;
import io.kanilint.report.Report;
import io.kanilint.report.Style;
import io.kanilint.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kanilint check}. */
@Command(
        name = "check",
        description = "Checks CI files, or the .gitlab-ci.yml of project folders.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 nothing found, 1 findings, 2 the command or an input is wrong."})
final class CheckCommand implements Callable<Integer> {

    enum Format {
        text,
        json
    }

    enum FailOn {
        error,
        warning,
        info,
        never
    }

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            defaultValue = ".",
            description = "CI files, or project folders; default: this folder")
    private List<String> paths = List.of();

    @Option(names = "--format", defaultValue = "text", description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--output", paramLabel = "FILE", description = "where the result goes; default: standard output")
    private @Nullable String output;

    @Option(
            names = "--fail-on",
            defaultValue = "error",
            description =
                    "error, warning, info or never: from which severity on the exit code is 1; default: ${DEFAULT-VALUE}")
    private FailOn failOn = FailOn.error;

    private @Nullable Terminal terminal;

    void use(Terminal on) {
        terminal = on;
    }

    @Override
    public Integer call() {
        Terminal on = java.util.Objects.requireNonNull(terminal);
        List<LintResult> results = lint(on);
        // As text, what makes a file unreadable is said once, on standard error.
        List<LintResult> shown = format == Format.text
                ? results.stream().filter(LintResult::readable).toList()
                : results;
        LintResult result = LintResult.of(shown);
        if (!shown.isEmpty()) {
            write(result, on);
        }
        results.stream()
                .filter(one -> !one.readable())
                .flatMap(unreadable -> unreadable(unreadable).stream())
                .forEach(finding ->
                        on.err().println("kanilint: " + Style.harmless(finding.span() + ": " + finding.message())));
        if (!results.stream().allMatch(LintResult::readable)) {
            return CommandLine.WRONG;
        }
        return fails(result) ? 1 : 0;
    }

    /** Nothing is checked if one of the paths leads nowhere. Projects are checked at the same time, and told in order. */
    private List<LintResult> lint(Terminal on) {
        var projects = new LinkedHashMap<String, ProjectFiles>();
        for (String path : paths) {
            projects.computeIfAbsent(path, _ -> Inputs.project(on.folder(), path));
        }
        return projects.entrySet().parallelStream()
                .map(project -> lint(project.getKey(), project.getValue()))
                .toList();
    }

    private static LintResult lint(String path, ProjectFiles files) {
        try {
            return Linter.lint(files, Settings.DEFAULT);
        } catch (UncheckedIOException e) {
            throw new InputException("%s cannot be read: %s".formatted(path, Inputs.reason(e.getCause())));
        }
    }

    private static Optional<Finding> unreadable(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.job().isEmpty())
                .findFirst();
    }

    /** The whole text is made before the first of it is written: a file is complete, or not touched. */
    private void write(LintResult result, Terminal on) {
        var text = new StringWriter();
        String file = output;
        try {
            if (file == null) {
                report(on.style()).write(result, text);
                on.out().print(text);
            } else {
                report(Style.PLAIN).write(result, text);
                Files.writeString(Inputs.path(on.folder(), file), text.toString());
            }
        } catch (IOException e) {
            throw new InputException("%s cannot be written: %s".formatted(file, Inputs.reason(e)));
        }
    }

    private Report report(Style style) {
        return switch (format) {
            case text -> new TextReport(style);
            case json -> new JsonReport();
        };
    }

    private boolean fails(LintResult result) {
        return switch (failOn) {
            case error -> result.reaches(Severity.ERROR);
            case warning -> result.reaches(Severity.WARNING);
            case info -> result.reaches(Severity.INFO);
            case never -> false;
        };
    }
}
