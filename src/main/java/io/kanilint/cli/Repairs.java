package io.kanilint.cli;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Repair;
import io.kanilint.lint.Repair.Change;
import io.kanilint.report.Style;
import io.kanilint.report.UnifiedDiff;
import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** The repairs of all projects of one run. */
record Repairs(List<Repair> repairs) {

    /** One project after the other: two of them can share a file. Nothing is written. */
    static Repairs of(List<Subject> subjects, FixMode mode) {
        var changed = new HashMap<String, Source>();
        return new Repairs(subjects.stream()
                .map(subject -> subject.repair(mode == FixMode.unsafe, changed))
                .toList());
    }

    List<LintResult> before() {
        return repairs.stream().map(Repair::before).toList();
    }

    List<LintResult> left() {
        return repairs.stream().map(Repair::left).toList();
    }

    /** Each file that changes, once. */
    List<Change> changes() {
        var changes = new LinkedHashMap<String, Change>();
        repairs.stream()
                .flatMap(repair -> repair.changes().stream())
                .forEach(change -> changes.merge(
                        change.before().path(), change, (first, last) -> new Change(first.before(), last.after())));
        return List.copyOf(changes.values());
    }

    /** All changes as a diff that {@code git apply} and {@code patch} take. */
    String diff(Style style) {
        var text = new StringBuilder();
        changes().stream()
                .flatMap(change -> UnifiedDiff.of(change.before(), change.after()).stream())
                .forEach(line -> text.append(style.diff(line)).append('\n'));
        return text.toString();
    }

    /** A line for each fix. */
    List<String> applied() {
        return repairs.stream()
                .flatMap(repair -> repair.applied().stream())
                .map(one -> Style.harmless("Fixed %s: %s (%s)."
                        .formatted(
                                one.finding().span().source().path(),
                                one.fix().title(),
                                one.finding().rule())))
                .toList();
    }

    /** How many findings have fixes, but none of them is safe. */
    static long unsafe(LintResult result) {
        return result.findings().stream()
                .map(Finding::fixes)
                .filter(fixes -> !fixes.isEmpty() && fixes.stream().noneMatch(Fix::safe))
                .count();
    }
}
