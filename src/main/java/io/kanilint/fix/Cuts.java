package io.kanilint.fix;

import io.kanilint.text.Source;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of a source that are left out or replaced when some of its lines are written again. */
final class Cuts {

    private record Cut(int start, int end, String replacement) {}

    private final Source source;
    private final List<Cut> cuts = new ArrayList<>();

    Cuts(Source source) {
        this.source = source;
    }

    void replace(int start, int end, String replacement) {
        cuts.add(new Cut(start, end, replacement));
    }

    /** Leaves out a stretch. What is alone on its lines goes with the lines; blanks left at a line's end go too. */
    void remove(int start, int end) {
        int firstLine = source.lineOf(start);
        int lastLine = source.lineOf(Math.max(start, end - 1));
        String before = source.text().substring(source.lineStart(firstLine), start);
        String after = source.text().substring(end, Math.max(end, source.lineEnd(lastLine)));
        if (!after.isBlank()) {
            cuts.add(new Cut(start, end, ""));
        } else if (before.isBlank()) {
            removeLines(firstLine, lastLine);
        } else {
            cuts.add(
                    new Cut(start - (before.length() - before.stripTrailing().length()), source.lineEnd(lastLine), ""));
        }
    }

    /** Leaves out whole lines, and blank lines below them if there are some above them too. */
    void removeLines(int first, int last) {
        int end = last;
        while (first > 1 && isBlank(first - 1) && isBlank(end + 1)) {
            end++;
        }
        cuts.add(new Cut(
                source.lineStart(first),
                source.lineEnd(end) + source.lineBreak(end).length(),
                ""));
    }

    private boolean isBlank(int line) {
        return line <= source.lineCount() && source.line(line).isBlank();
    }

    /** The lines from {@code first} to {@code last} after the cuts, without their line breaks. */
    List<String> lines(int first, int last) {
        return text(
                        source.lineStart(first),
                        source.lineEnd(last) + source.lineBreak(last).length())
                .lines()
                .toList();
    }

    /** What a stretch is after the cuts. */
    String text(int start, int end) {
        var text = new StringBuilder();
        int at = start;
        cuts.sort(Comparator.comparingInt(Cut::start));
        for (Cut cut : cuts) {
            if (cut.end > at && cut.start < end) {
                text.append(source.text(), at, Math.max(at, cut.start)).append(cut.replacement);
                at = Math.max(at, cut.end);
            }
        }
        text.append(source.text(), Math.min(at, end), end);
        return text.toString();
    }
}
