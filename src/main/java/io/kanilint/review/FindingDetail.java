package io.kanilint.review;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.report.Patch;
import io.kanilint.text.Source;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a finding to be read later.
 *
 * @param excerpt lines around the place
 * @param firstLine the number of the first of them
 * @param startLine the first line of the place itself
 * @param endLine the last
 * @param fix the first fix, if there is one
 */
record FindingDetail(
        String excerpt,
        int firstLine,
        int startLine,
        int endLine,
        @Nullable Kept fix) {
    private static final int MOST_LINES = 30;
    private static final int AROUND = 5;
    private static final int LONGEST_LINE = 250;
    private static final int LONGEST_EXCERPT = 8000;
    private static final int LONGEST_TITLE = 1000;
    private static final int LONGEST_PATCH = 20_000;

    /**
     * A fix.
     *
     * @param patch null if it is too long
     * @param traces what tells that it was applied; null if nothing does
     */
    record Kept(
            String title,
            boolean safe,
            @Nullable String patch,
            @Nullable String traces) {
        static Kept of(Finding finding, Fix fix) {
            return new Kept(
                    Texts.kept(fix.title(), LONGEST_TITLE),
                    fix.safe(),
                    whole(Patch.of(finding, fix)),
                    whole(FixTraces.of(finding.span().source(), fix)));
        }

        /** Half of it would be of no use. */
        private static @Nullable String whole(Optional<String> text) {
            return text.filter(all -> all.length() <= LONGEST_PATCH)
                    .map(all -> Texts.kept(all, LONGEST_PATCH))
                    .orElse(null);
        }
    }

    static FindingDetail of(Finding finding) {
        Source source = finding.span().source();
        int start = finding.span().startLine();
        int end = Math.max(start, finding.span().endLine());
        int length = Math.min(MOST_LINES, end - start + 1);
        int first = Math.max(1, start - Math.min(AROUND, MOST_LINES - length));
        int last = Math.min(source.lineCount(), Math.min(end + AROUND, first + MOST_LINES - 1));
        String excerpt = IntStream.rangeClosed(first, last)
                .mapToObj(line -> Texts.kept(source.line(line), LONGEST_LINE))
                .collect(Collectors.joining("\n"));
        return new FindingDetail(
                Texts.kept(excerpt, LONGEST_EXCERPT),
                first,
                start,
                end,
                finding.fixes().stream()
                        .findFirst()
                        .map(fix -> Kept.of(finding, fix))
                        .orElse(null));
    }
}
