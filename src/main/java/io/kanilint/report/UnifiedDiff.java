package io.kanilint.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** A change of a file, as {@code diff -u} prints it. */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final int HEADER_LINES = 2;

    private UnifiedDiff() {}

    /**
     * What a fix changes, for people: the finding's file first and without the two header lines, which those of other files
     * begin with.
     */
    static List<String> of(Finding finding, Fix fix) {
        String own = finding.span().source().path();
        var lines = new ArrayList<String>();
        for (Source source : changed(finding, fix)) {
            List<String> diff = of(source, Edit.apply(source, fix.edits()));
            diff.stream()
                    .skip(source.path().equals(own) ? HEADER_LINES : 0)
                    .filter(line -> !line.startsWith("\\"))
                    .map(line -> line.replaceFirst("\r$", ""))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The files that a fix changes, that of the finding first. */
    static List<Source> changed(Finding finding, Fix fix) {
        var sources = new LinkedHashMap<String, Source>();
        Stream.concat(Stream.of(finding.span().source()), fix.sources().stream())
                .filter(source ->
                        fix.edits().stream().anyMatch(edit -> edit.file().equals(source.path())))
                .forEach(source -> sources.putIfAbsent(source.path(), source));
        return List.copyOf(sources.values());
    }

    /**
     * What becomes of a file, for {@code git apply} and {@code patch}: carriage returns are kept, and a last line without
     * a line break is marked. No lines if nothing changes.
     */
    public static List<String> of(Source before, Source after) {
        var lines = new ArrayList<String>();
        List<String> diff = diff(before.text(), after.text());
        if (!diff.isEmpty()) {
            lines.add("--- " + name("a/" + before.path()));
            lines.add("+++ " + name("b/" + before.path()));
            lines.addAll(diff);
        }
        return lines;
    }

    private static List<String> diff(String before, String after) {
        List<String> old = lines(before);
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff("a", "b", old, DiffUtils.diff(old, lines(after)), CONTEXT);
        var lines = new ArrayList<String>();
        for (String line : diff.subList(Math.min(HEADER_LINES, diff.size()), diff.size())) {
            if (line.startsWith("@@")) {
                lines.add(line);
            } else if (line.endsWith("\n")) {
                lines.add(line.substring(0, line.length() - 1));
            } else {
                lines.add(line);
                lines.add("\\ No newline at end of file");
            }
        }
        return lines;
    }

    /** Lines with their line feeds, so that a missing one is a difference. */
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', start) + 1) {
            lines.add(text.substring(start, end));
            start = end;
        }
        if (start < text.length()) {
            lines.add(text.substring(start));
        }
        return lines;
    }

    /** As git writes it: what could be misread in quotes, and a tab behind a name with blanks. */
    private static String name(String path) {
        if (path.chars().anyMatch(c -> c < ' ' || c == '"' || c == '\\' || c == 0x7F)) {
            var quoted = new StringBuilder("\"");
            for (int i = 0; i < path.length(); i++) {
                char c = path.charAt(i);
                if (c == '"' || c == '\\') {
                    quoted.append('\\').append(c);
                } else if (c < ' ' || c == 0x7F) {
                    quoted.append("\\%03o".formatted((int) c));
                } else {
                    quoted.append(c);
                }
            }
            return quoted.append('"').toString();
        }
        return path.contains(" ") ? path + "\t" : path;
    }
}
