package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.List;
import java.util.stream.Collectors;

/** Fixes as SARIF knows them: regions to delete, and texts to insert there. */
record SarifFixes(JsonText json, Finding finding) {

    /** Writes those whose files are known; nothing if there are none. */
    void write() {
        List<Fix> known = finding.fixes().stream().filter(this::isKnown).toList();
        if (!known.isEmpty()) {
            json.objects("fixes", known, this::fix);
        }
    }

    private boolean isKnown(Fix fix) {
        return UnifiedDiff.changed(finding, fix).stream()
                .map(Source::path)
                .collect(Collectors.toSet())
                .containsAll(fix.edits().stream().map(Edit::file).toList());
    }

    private void fix(Fix fix) {
        new SarifLog(json).message("description", fix.title());
        json.objects("artifactChanges", UnifiedDiff.changed(finding, fix), source -> {
            json.object("artifactLocation", () -> json.value("uri", FileUri.of(source.path())));
            json.objects(
                    "replacements",
                    fix.edits().stream()
                            .filter(edit -> edit.file().equals(source.path()))
                            .toList(),
                    edit -> replacement(source, edit));
        });
        json.object("properties", () -> json.value("safe", fix.safe()));
    }

    /** Whole lines: without the last line's break where there is a replacement, with it where there is none. */
    private void replacement(Source source, Edit edit) {
        boolean cut = edit.replacement().isEmpty() && edit.endLine() < source.lineCount();
        json.object("deletedRegion", () -> {
            json.value("startLine", edit.startLine());
            json.value("startColumn", 1);
            json.value("endLine", cut ? edit.endLine() + 1 : edit.endLine());
            String last = source.line(edit.endLine());
            json.value("endColumn", cut ? 1 : last.codePointCount(0, last.length()) + 1);
        });
        if (!edit.replacement().isEmpty()) {
            String lineBreak = source.lineBreak(edit.startLine());
            json.object(
                    "insertedContent",
                    () -> json.value("text", String.join(lineBreak.isEmpty() ? "\n" : lineBreak, edit.replacement())));
        }
    }
}
