package io.kanilint.cli;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.report.JsonReport;
import io.kanilint.report.Report;
import io.kanilint.report.Style;
import io.kanilint.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kanilint check}. */
@Command(
        name = "check",
        description = "Checks a CI file, or the .gitlab-ci.yml of a project folder.",
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
            arity = "0..1",
            defaultValue = ".",
            description = "a CI file, or a project folder; default: this folder")
    private String path = ".";

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
        LintResult result = lint(on);
        boolean onlyUnreadable = !result.readable() && format == Format.text;
        if (!onlyUnreadable) {
            write(result, on);
        }
        if (!result.readable()) {
            unreadable(result)
                    .ifPresent(finding ->
                            on.err().println("kanilint: " + Style.harmless(finding.span() + ": " + finding.message())));
            return CommandLine.WRONG;
        }
        return fails(result) ? 1 : 0;
    }

    private LintResult lint(Terminal on) {
        try {
            return Linter.lint(Inputs.project(on.folder(), path), Settings.DEFAULT);
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
