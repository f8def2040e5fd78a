package io.kanilint.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a fix changes, as {@code diff -u} prints it. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    /** The lines, for the finding's file first; those of another file begin with the two header lines. */
    static List<String> of(Finding finding, Fix fix) {
        Source own = finding.span().source();
        Set<String> paths = new LinkedHashSet<>(List.of(own.path()));
        fix.edits().forEach(edit -> paths.add(edit.file()));
        var lines = new ArrayList<String>();
        for (String path : paths) {
            Stream.concat(Stream.of(own), fix.sources().stream())
                    .filter(source -> source.path().equals(path))
                    .findFirst()
                    .ifPresent(source -> {
                        List<String> diff = of(source, fix.edits());
                        lines.addAll(
                                path.equals(own.path()) ? diff.subList(Math.min(2, diff.size()), diff.size()) : diff);
                    });
        }
        return lines;
    }

    private static List<String> of(Source source, List<Edit> edits) {
        List<String> before = source.text().lines().toList();
        List<String> after = Edit.apply(source, edits).text().lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + source.path(), "b/" + source.path(), before, DiffUtils.diff(before, after), CONTEXT);
    }
}
