package io.kanilint.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against diffs made by java-diff-utils, of files with many alike lines, edited at random, the ends included. */
class DiffLinesPropertyTest {
    private static final List<String> WORDS =
            List.of("", " ", "a", "b", "- x", "-- x", "++ x", "@@ -1 +1 @@", "\\ No newline", "c\r");

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyUnchangedLineIsTheSameInBothFiles(long seed) {
        Random random = new Random(seed);
        List<String> before = lines(random, random.nextInt(25));
        List<String> after = edited(before, random);
        List<String> unified = new ArrayList<>(UnifiedDiffUtils.generateUnifiedDiff(
                "x", "x", before, DiffUtils.diff(before, after), random.nextInt(5)));
        unified.replaceAll(DiffLinesPropertyTest::asGitNumbersEmptySides);
        if (!unified.isEmpty()) {
            if (random.nextBoolean()) {
                unified.subList(0, 2).clear();
            }
            if (random.nextBoolean()) {
                unified.add("\\ No newline at end of file");
            }
        }

        String end = random.nextBoolean() && !unified.isEmpty() ? "\n" : "";
        DiffLines diff = DiffLines.of(String.join("\n", unified) + end);

        List<Integer> olds = new ArrayList<>();
        List<Integer> gone =
                new ArrayList<>(IntStream.rangeClosed(1, before.size()).boxed().toList());
        for (int line = 1; line <= after.size(); line++) {
            if (diff.oldLine(line).isPresent()) {
                int old = diff.oldLine(line).getAsInt();
                assertThat(before.get(old - 1)).isEqualTo(after.get(line - 1));
                olds.add(old);
                gone.remove((Integer) old);
            }
        }
        assertThat(olds).isSorted().doesNotHaveDuplicates();
        // Exactly the lines marked "-" and "+" are missing on the one side and new on the other.
        long removed = DiffUtils.diff(before, after).getDeltas().stream()
                .mapToInt(delta -> delta.getSource().size())
                .sum();
        assertThat(gone).hasSize((int) removed);
    }

    /** java-diff-utils gives an empty side the number of the line after it, git that of the line before. */
    private static String asGitNumbersEmptySides(String line) {
        return line.matches("@@ -\\d+,\\d+ \\+\\d+,\\d+ @@")
                ? Pattern.compile("([-+])(\\d+),0")
                        .matcher(line)
                        .replaceAll(side -> side.group(1) + (Integer.parseInt(side.group(2)) - 1) + ",0")
                : line;
    }

    private static List<String> edited(List<String> before, Random random) {
        List<String> after = new ArrayList<>(before);
        for (int edits = random.nextInt(5); edits > 0; edits--) {
            int at = switch (random.nextInt(3)) {
                case 0 -> 0;
                case 1 -> after.size();
                default -> random.nextInt(after.size() + 1);
            };
            if (random.nextBoolean()) {
                after.addAll(at, lines(random, 1 + random.nextInt(3)));
            } else if (at < after.size()) {
                after.subList(at, Math.min(after.size(), at + 1 + random.nextInt(3)))
                        .clear();
            } else if (!after.isEmpty()) {
                after.removeLast();
            }
        }
        return after;
    }

    private static List<String> lines(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .toList();
    }
}
