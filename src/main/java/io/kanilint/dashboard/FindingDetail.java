package io.kanilint.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the page of one finding shows beside the finding.
 *
 * @param headSha the commit at which it was last seen
 * @param excerpt the lines around its place
 * @param fix the suggested change, if there is one
 */
record FindingDetail(
        String headSha, List<Line> excerpt, @Nullable Suggestion fix) {

    /**
     * A line of a file or of a patch.
     *
     * @param number 0 in a patch
     * @param look the class that it has on the page, or empty
     */
    record Line(int number, String look, String text) {}

    /** @param safe whether the meaning is kept */
    record Suggestion(String title, boolean safe, List<Line> patch) {}

    static List<Line> excerpt(String text, int first, int start, int end) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(
                        i -> new Line(first + i, first + i >= start && first + i <= end ? "marked" : "", lines.get(i)))
                .toList();
    }

    static List<Line> patch(@Nullable String text) {
        return Optional.ofNullable(text)
                .orElse("")
                .lines()
                .map(line -> new Line(0, look(line), line))
                .toList();
    }

    private static String look(String line) {
        if (line.startsWith("@@") || line.startsWith("+++ ") || line.startsWith("--- ") || line.startsWith("\\")) {
            return "hunk";
        }
        return line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "";
    }
}
