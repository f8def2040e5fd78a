package io.kanilint.fix;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.Include;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files in memory, and what the first fix of the first finding makes of them. */
record FixedProject(Map<String, String> files, Map<String, String> foreign) implements ProjectFiles {
    static final String CI_FILE = ".gitlab-ci.yml";

    /** A project of one file; WEB, API and DOCS stand for a build each. */
    static FixedProject of(String text) {
        return new FixedProject(Map.of(CI_FILE, builds(text)), Map.of());
    }

    FixedProject with(String path, String text) {
        var more = new LinkedHashMap<>(files);
        more.put(path, builds(text));
        return new FixedProject(more, foreign);
    }

    FixedProject withForeign(String file, String text) {
        return new FixedProject(files, Map.of(file, text));
    }

    static String builds(String text) {
        String built = text;
        for (String image : List.of("web", "api", "docs")) {
            built = built.replace(image.toUpperCase(Locale.ROOT), "/kaniko/executor -d reg/" + image);
        }
        return built;
    }

    @Override
    public String ciPath() {
        return CI_FILE;
    }

    @Override
    public Optional<Source> read(String path) {
        return Optional.ofNullable(files.get(path)).map(text -> new Source(path, text));
    }

    @Override
    public Optional<Source> included(Include include) {
        return include instanceof Include.Project project
                ? Optional.ofNullable(foreign.get(project.file()))
                        .map(text -> new Source(project.file() + "@other", text))
                : Optional.empty();
    }

    LintResult lint() {
        return Linter.lint(this, Settings.DEFAULT);
    }

    Finding finding() {
        return lint().findings().stream()
                .filter(finding -> finding.rule().equals("multi-build-job"))
                .findFirst()
                .orElseThrow();
    }

    /** The split into jobs; other fixes have tests of their own. */
    Optional<Fix> fix() {
        return finding().fixes().stream()
                .filter(fix -> fix.title().startsWith("Split"))
                .findFirst();
    }

    FixedProject after(Fix fix) {
        var changed = new LinkedHashMap<String, String>();
        files.forEach((path, text) -> changed.put(
                path, Edit.apply(new Source(path, text), fix.edits()).text()));
        return new FixedProject(changed, foreign);
    }

    String main() {
        return files.getOrDefault(CI_FILE, "");
    }
}
