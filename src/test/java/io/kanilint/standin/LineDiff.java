package io.kanilint.standin;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All lines of two texts side by side, unchanged ones included. */
public record LineDiff(List<DiffLine> lines) {

    private static final int CONTEXT = 3;

    public static LineDiff between(String before, String after) {
        var old = split(before);
        var now = split(after);
        var lines = new ArrayList<DiffLine>();
        int o = 0;
        int n = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            while (o < delta.getSource().getPosition()) {
                lines.add(new DiffLine(++o, ++n, old.get(o - 1)));
            }
            for (String text : delta.getSource().getLines()) {
                lines.add(new DiffLine(++o, null, text));
            }
            for (String text : delta.getTarget().getLines()) {
                lines.add(new DiffLine(null, ++n, text));
            }
        }
        while (o < old.size()) {
            lines.add(new DiffLine(++o, ++n, old.get(o - 1)));
        }
        return new LineDiff(List.copyOf(lines));
    }

    /** Lines with their endings: what Git takes for a line, so a lone carriage return belongs to the text. */
    static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Stream.of(text.split("(?<=\n)")).toList();
    }

    /** The line with exactly this pair of numbers, as GitLab looks it up for a position. */
    Optional<DiffLine> find(@Nullable Integer oldLine, @Nullable Integer newLine) {
        return lines.stream()
                .filter(line -> Objects.equals(line.oldLine(), oldLine) && Objects.equals(line.newLine(), newLine))
                .findFirst();
    }

    Optional<Integer> newLineOf(int oldLine) {
        return lines.stream()
                .filter(line -> line.unchanged() && Objects.equals(line.oldLine(), oldLine))
                .map(DiffLine::newLine)
                .findFirst();
    }

    Optional<Integer> oldLineOf(int newLine) {
        return lines.stream()
                .filter(line -> line.unchanged() && Objects.equals(line.newLine(), newLine))
                .map(DiffLine::oldLine)
                .findFirst();
    }

    /** The hunks with three lines of context, without the file's headers. */
    public String unified() {
        var text = new StringBuilder();
        for (var hunk : hunks()) {
            text.append(header(hunk));
            hunk.forEach(line -> text.append(line.unified()));
        }
        return text.toString();
    }

    List<List<DiffLine>> hunks() {
        var hunks = new ArrayList<List<DiffLine>>();
        int start = -1;
        int end = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).unchanged()) {
                continue;
            }
            if (start >= 0 && i - CONTEXT > end) {
                hunks.add(lines.subList(start, end));
                start = -1;
            }
            start = start < 0 ? Math.max(0, i - CONTEXT) : start;
            end = Math.min(lines.size(), i + CONTEXT + 1);
        }
        if (start >= 0) {
            hunks.add(lines.subList(start, end));
        }
        return hunks;
    }

    private String header(List<DiffLine> hunk) {
        var old = hunk.stream()
                .filter(line -> !line.added())
                .map(DiffLine::oldLine)
                .toList();
        var now = hunk.stream()
                .filter(line -> !line.removed())
                .map(DiffLine::newLine)
                .toList();
        return "@@ -" + range(old) + " +" + range(now) + " @@\n";
    }

    /** Git leaves a count of one out, and names line 0 where a side is empty (true for whole-file changes). */
    private static String range(List<Integer> numbers) {
        return switch (numbers.size()) {
            case 0 -> "0,0";
            case 1 -> numbers.getFirst().toString();
            default -> numbers.getFirst() + "," + numbers.size();
        };
    }
}
