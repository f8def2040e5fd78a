package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.lint.Repair.Applied;
import io.kanilint.lint.Repair.Change;
import io.kanilint.pipeline.ProjectFiles;
import io.kanilint.rules.UnreadableConfiguration;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Applies fixes, looks again, and goes on until none is left. Each fix was proven on its own; that several go together is
 * seen from the result, and if they do not, one of them is applied alone.
 */
public final class Repairer {
    /** Each round applies a fix. What takes more rounds goes in circles. */
    private static final int MOST_ROUNDS = 20;

    private final ProjectFiles files;
    private final Settings settings;
    private final boolean unsafe;
    private final Predicate<Finding> wanted;
    private final Map<String, Source> changed;
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final List<Applied> applied = new ArrayList<>();

    private Repairer(
            ProjectFiles files,
            Settings settings,
            boolean unsafe,
            Predicate<Finding> wanted,
            Map<String, Source> changed) {
        this.files = files;
        this.settings = settings;
        this.unsafe = unsafe;
        this.wanted = wanted;
        this.changed = changed;
    }

    /**
     * Repairs a project; nothing is written.
     *
     * @param unsafe whether fixes are applied that a person must look at
     * @param changed the texts of files that were repaired as parts of other projects, by the path that findings name
     *     them by; those that change now are added
     */
    public static Repair repair(ProjectFiles files, Settings settings, boolean unsafe, Map<String, Source> changed) {
        return new Repairer(files, settings, unsafe, _ -> true, changed).repair();
    }

    /** Applies the safe fixes of some of the findings; nothing is written. */
    public static Repair repair(ProjectFiles files, Settings settings, Predicate<Finding> wanted) {
        return new Repairer(files, settings, false, wanted, new HashMap<>()).repair();
    }

    private Repair repair() {
        LintResult before = lint(changed);
        LintResult left = before;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Applied> fixes = fixes(left);
            if (fixes.isEmpty()) {
                break;
            }
            Optional<LintResult> after = apply(fixes, left);
            if (after.isEmpty()) {
                break;
            }
            left = after.get();
        }
        return new Repair(before, applied, List.copyOf(changes.values()), left);
    }

    private LintResult lint(Map<String, Source> texts) {
        return Linter.lint(new ChangedFiles(files, texts), settings);
    }

    /** The first fix of each finding that may be applied, as far as they do not get in each other's way. */
    private List<Applied> fixes(LintResult result) {
        var places = new FixedPlaces();
        var fixes = new ArrayList<Applied>();
        for (Finding finding : result.findings()) {
            finding.fixes().stream()
                    .filter(fix -> wanted.test(finding) && (fix.safe() || unsafe))
                    .findFirst()
                    .filter(fix -> places.add(Set.of(finding.job()), fix.edits()))
                    .ifPresent(fix -> fixes.add(new Applied(finding, fix)));
        }
        return fixes;
    }

    /** Applies all fixes, or else the first of them that can be; empty if none can. */
    private Optional<LintResult> apply(List<Applied> fixes, LintResult result) {
        Optional<LintResult> after = attempt(fixes, result);
        for (int i = 0; after.isEmpty() && fixes.size() > 1 && i < fixes.size(); i++) {
            after = attempt(List.of(fixes.get(i)), result);
        }
        return after;
    }

    private Optional<LintResult> attempt(List<Applied> fixes, LintResult result) {
        List<Edit> edits =
                fixes.stream().flatMap(one -> one.fix().edits().stream()).toList();
        var texts = new HashMap<>(changed);
        var now = new LinkedHashMap<String, Change>();
        for (String path : edits.stream().map(Edit::file).distinct().toList()) {
            Optional<Source> source =
                    files.read(files.inProject(path)).filter(read -> read.path().equals(path));
            if (source.isEmpty()) {
                return Optional.empty();
            }
            Source current = changed.getOrDefault(path, source.get());
            Source after = Edit.apply(current, edits);
            texts.put(path, after);
            now.put(
                    path,
                    new Change(changes.containsKey(path) ? changes.get(path).before() : current, after));
        }
        LintResult after = lint(texts);
        if (!heals(fixes, result, after)) {
            return Optional.empty();
        }
        applied.addAll(fixes);
        changed.putAll(texts);
        changes.putAll(now);
        return Optional.of(after);
    }

    /** Whether the findings are gone, and nothing became unreadable. */
    private static boolean heals(List<Applied> fixes, LintResult before, LintResult after) {
        Map<List<String>, Long> allowed = counts(before);
        fixes.forEach(one -> allowed.merge(kind(one.finding()), -1L, Long::sum));
        Map<List<String>, Long> left = counts(after);
        return after.readable()
                && fixes.stream()
                        .map(one -> kind(one.finding()))
                        .allMatch(kind -> left.getOrDefault(kind, 0L) <= allowed.getOrDefault(kind, 0L))
                && problems(after) <= problems(before);
    }

    private static long problems(LintResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals(UnreadableConfiguration.ID))
                .count();
    }

    private static Map<List<String>, Long> counts(LintResult result) {
        var counts = new HashMap<List<String>, Long>();
        result.findings().forEach(finding -> counts.merge(kind(finding), 1L, Long::sum));
        return counts;
    }

    private static List<String> kind(Finding finding) {
        return List.of(finding.rule(), finding.span().source().path(), finding.job(), finding.topic());
    }
}
