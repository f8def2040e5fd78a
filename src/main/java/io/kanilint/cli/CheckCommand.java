package io.kanilint.cli;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Settings;
import io.kanilint.lint.SettingsReader;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.report.CodeQualityReport;
import io.kanilint.report.JsonReport;
import io.kanilint.report.Report;
import io.kanilint.report.SarifReport;
import io.kanilint.report.Style;
import io.kanilint.report.TextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kanilint check}. */
@Command(
        name = "check",
        description = "Checks CI files, or the .gitlab-ci.yml of project folders.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 nothing found, 1 findings, 2 the command or an input is wrong.",
            "A comment '# kanilint: ignore RULE -- reason' at the end of a line, or above it, accepts what is found there."
        })
final class CheckCommand extends TerminalCommand {

    enum Format {
        text,
        json,
        sarif,
        gitlab
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
            description = "CI files, project folders, or - for standard input; default: this folder")
    private List<String> paths = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json, sarif or gitlab (a Code Quality report); default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Option(names = "--output", paramLabel = "FILE", description = "where the result goes; default: standard output")
    private @Nullable String output;

    @Option(
            names = "--fix",
            arity = "0..1",
            paramLabel = "safe|unsafe",
            fallbackValue = "safe",
            description = "apply fixes in place: those that keep the meaning (safe, if nothing is said),"
                    + " or also those that a person must look at (unsafe)")
    private @Nullable FixMode fix;

    @Option(names = "--diff", description = "print the fixes as a unified diff and change nothing")
    private boolean diff;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "error",
            description =
                    "error, warning, info or never: from which severity on the exit code is 1; default: ${DEFAULT-VALUE}")
    private FailOn failOn = FailOn.error;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings; default: " + Settings.FILE + " in the project folder")
    private @Nullable String config;

    @Override
    int run(Terminal on) {
        if (diff && format != Format.text) {
            throw new InputException("--diff prints a diff; leave out --format " + format);
        }
        try (var progress = new Progress(on)) {
            List<Subject> subjects = subjects(on, progress);
            var file = new ResultFile(on, Optional.ofNullable(output), subjects);
            return fix == null && !diff ? check(subjects, file, on) : repair(subjects, file, on);
        }
    }

    /** Nothing is checked if one of the paths leads nowhere, or one of the settings is wrong. */
    private List<Subject> subjects(Terminal on, Progress progress) {
        Optional<Settings> settings =
                Optional.ofNullable(config).map(file -> SettingsReader.read(Inputs.settings(on.folder(), file)));
        var subjects = new LinkedHashMap<String, Subject>();
        for (String path : paths.stream().distinct().toList()) {
            ProjectFiles files = Inputs.project(on, path);
            if (!subjects.containsKey(files.ciPath())) {
                subjects.put(files.ciPath(), Subject.of(path, progress.watch(files), settings));
            }
        }
        return List.copyOf(subjects.values());
    }

    /** Projects are checked at the same time, and told in order. */
    private int check(List<Subject> subjects, ResultFile file, Terminal on) {
        List<LintResult> results = subjects.size() == 1
                ? List.of(subjects.getFirst().lint())
                : subjects.parallelStream().map(Subject::lint).toList();
        report(results, file);
        return code(results, on);
    }

    private int repair(List<Subject> subjects, ResultFile file, Terminal on) {
        FixMode mode = fix == null ? FixMode.safe : fix;
        if (!diff && subjects.stream().anyMatch(subject -> subject.path().equals(Inputs.STANDARD_INPUT))) {
            throw new InputException("standard input cannot be changed in place; --diff prints the change");
        }
        Repairs repairs = Repairs.of(subjects, mode);
        if (diff) {
            file.write(repairs.diff(file.style()));
            int fixes = repairs.applied().size();
            on.err().println("kanilint: %d fixed by this diff; nothing was changed".formatted(fixes));
            return code(repairs.before(), on);
        }
        FileReplacer.replace(on.folder(), repairs.changes());
        repairs.applied().forEach(format == Format.text ? on.out()::println : on.err()::println);
        report(repairs.left(), file);
        long unsafe = mode == FixMode.unsafe ? 0 : Repairs.unsafe(LintResult.of(repairs.left()));
        if (unsafe > 0) {
            on.err()
                    .println("kanilint: %d more can be fixed with --fix=unsafe; look at these changes"
                            .formatted(unsafe));
        }
        return code(repairs.left(), on);
    }

    /** As text, what makes a file unreadable is said once, on standard error. */
    private void report(List<LintResult> results, ResultFile file) {
        List<LintResult> shown = format == Format.text
                ? results.stream().filter(LintResult::readable).toList()
                : results;
        if (shown.isEmpty()) {
            return;
        }
        var text = new StringWriter();
        try {
            report(file.style()).write(LintResult.of(shown), text);
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written", e);
        }
        file.write(text.toString());
    }

    private Report report(Style style) {
        return switch (format) {
            case text -> new TextReport(style);
            case json -> new JsonReport();
            case sarif -> new SarifReport();
            case gitlab -> new CodeQualityReport();
        };
    }

    private int code(List<LintResult> results, Terminal on) {
        results.stream()
                .filter(one -> !one.readable())
                .flatMap(one -> one.findings().stream()
                        .filter(finding -> finding.job().isEmpty())
                        .limit(1))
                .forEach(finding -> on.err().println(unreadable(finding)));
        if (!results.stream().allMatch(LintResult::readable)) {
            return CommandLine.WRONG;
        }
        return fails(LintResult.of(results)) ? 1 : 0;
    }

    private static String unreadable(Finding finding) {
        return "kanilint: " + Style.harmless(finding.span() + ": " + finding.message());
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
