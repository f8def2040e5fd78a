package io.kanilint.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;

/** What an edit changes, as {@code diff -u} prints it, without the two header lines. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    static List<String> of(Source source, Edit edit) {
        List<String> before = source.text().lines().toList();
        List<String> after = Edit.apply(source, List.of(edit)).text().lines().toList();
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff("a", "b", before, DiffUtils.diff(before, after), CONTEXT);
        return diff.subList(Math.min(2, diff.size()), diff.size());
    }
}
