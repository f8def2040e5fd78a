package io.kanilint.gitlab;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of one changed file, read from its unified diff. Line numbers count from 1. */
public final class DiffLines {
    private static final Pattern HEADER = Pattern.compile("^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");
    private static final int ADDED = 0;

    private final List<Hunk> hunks;

    private DiffLines(List<Hunk> hunks) {
        this.hunks = List.copyOf(hunks);
    }

    /** A stretch of the new file: for each of its lines the old number, or {@link #ADDED}; and what follows it. */
    private record Hunk(int firstNew, List<Integer> oldNumbers, int nextOld) {
        int nextNew() {
            return firstNew + oldNumbers.size();
        }
    }

    /**
     * Reads the hunks; what stands before the first one (names of files, modes) is passed over.
     *
     * @param diff as {@link ChangedFile#diff()}; empty means that no line changed
     * @throws IllegalArgumentException if it is cut off or not a unified diff, never for a file that is not incomplete
     */
    public static DiffLines of(String diff) {
        // Only \n ends a line of a diff: a \r before it belongs to the file.
        String[] lines = (diff.endsWith("\n") ? diff.substring(0, diff.length() - 1) : diff).split("\n", -1);
        List<Hunk> hunks = new ArrayList<>();
        int at = 0;
        while (at < lines.length) {
            Matcher header = HEADER.matcher(lines[at++]);
            if (header.find()) {
                at = readHunk(header, lines, at, hunks);
            }
        }
        if (hunks.isEmpty() && !diff.isBlank()) {
            throw new IllegalArgumentException("No hunk in this diff");
        }
        return new DiffLines(hunks);
    }

    private static int readHunk(Matcher header, String[] lines, int at, List<Hunk> hunks) {
        int oldCount = count(header.group(2));
        int newCount = count(header.group(4));
        // An empty side is numbered by the line before it.
        int old = number(header.group(1)) + (oldCount == 0 ? 1 : 0);
        int firstNew = number(header.group(3)) + (newCount == 0 ? 1 : 0);
        int endOld = old + oldCount;
        List<Integer> oldNumbers = new ArrayList<>();
        // By the counts and not by the looks: a removed line "-- x" looks like the name of a file.
        while (old < endOld || oldNumbers.size() < newCount) {
            if (at == lines.length) {
                throw new IllegalArgumentException("The diff is cut off");
            }
            String line = lines[at++];
            // Some tools strip the blank that stands for an unchanged empty line.
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case ' ' -> oldNumbers.add(old++);
                case '+' -> oldNumbers.add(ADDED);
                case '-' -> old++;
                case '\\' -> {} // "\ No newline at end of file", in the reader's language
                default -> throw new IllegalArgumentException("Not a line of a diff, number " + at);
            }
        }
        if (old != endOld || oldNumbers.size() != newCount) {
            throw new IllegalArgumentException("A hunk is longer than its header says");
        }
        hunks.add(new Hunk(firstNew, oldNumbers, endOld));
        return at;
    }

    private static int count(@Nullable String digits) {
        return digits == null ? 1 : number(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Whether the diff shows this line of the new file, added or unchanged. */
    public boolean shows(int newLine) {
        return hunks.stream().anyMatch(hunk -> hunk.firstNew() <= newLine && newLine < hunk.nextNew());
    }

    /** Whether this line of the new file is new. */
    public boolean adds(int newLine) {
        return oldLine(newLine).isEmpty();
    }

    /**
     * The number in the old file of this line of the new file, also where the diff does not show it; empty if the
     * line was added. How long the file is cannot be seen here: a number past its end gets an answer too.
     */
    public OptionalInt oldLine(int newLine) {
        int shift = 0;
        for (Hunk hunk : hunks) {
            if (newLine < hunk.firstNew()) {
                break;
            }
            if (newLine < hunk.nextNew()) {
                int old = hunk.oldNumbers().get(newLine - hunk.firstNew());
                return old == ADDED ? OptionalInt.empty() : OptionalInt.of(old);
            }
            shift = hunk.nextOld() - hunk.nextNew();
        }
        return OptionalInt.of(newLine + shift);
    }
}
