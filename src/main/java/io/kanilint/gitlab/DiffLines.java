package io.kanilint.gitlab;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
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

    /** A stretch of the new file: for each of its lines the old number, or {@link #ADDED}, and GitLab's counter. */
    private record Hunk(int firstNew, List<Integer> oldNumbers, List<Integer> counters, int nextOld) {
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

    /** The lines of a file whose two versions are known; it shows every line, which GitLab's own diff need not do. */
    public static DiffLines between(String before, String after) {
        List<String> old = split(before);
        List<String> now = split(after);
        List<Integer> oldNumbers = new ArrayList<>();
        List<Integer> counters = new ArrayList<>();
        int next = 1;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            for (; oldNumbers.size() < delta.getTarget().getPosition(); next++) {
                oldNumbers.add(next);
                counters.add(next);
            }
            next += delta.getSource().size();
            for (int i = 0; i < delta.getTarget().size(); i++) {
                oldNumbers.add(ADDED);
                counters.add(old.isEmpty() ? 0 : next);
            }
        }
        for (; oldNumbers.size() < now.size(); next++) {
            oldNumbers.add(next);
            counters.add(next);
        }
        return new DiffLines(List.of(new Hunk(1, oldNumbers, counters, old.size() + 1)));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private static int readHunk(Matcher header, String[] lines, int at, List<Hunk> hunks) {
        int oldCount = count(header.group(2));
        int newCount = count(header.group(4));
        // An empty side is numbered by the line before it.
        int old = number(header.group(1)) + (oldCount == 0 ? 1 : 0);
        int firstNew = number(header.group(3)) + (newCount == 0 ? 1 : 0);
        int endOld = old + oldCount;
        List<Integer> oldNumbers = new ArrayList<>();
        List<Integer> counters = new ArrayList<>();
        int counted = oldCount == 0 ? -1 : 0;
        // By the counts and not by the looks: a removed line "-- x" looks like the name of a file.
        while (old < endOld || oldNumbers.size() < newCount) {
            if (at == lines.length) {
                throw new IllegalArgumentException("The diff is cut off");
            }
            String line = lines[at++];
            // Some tools strip the blank that stands for an unchanged empty line.
            switch (line.isEmpty() ? ' ' : line.charAt(0)) {
                case ' ' -> {
                    counters.add(old);
                    oldNumbers.add(old++);
                }
                case '+' -> {
                    counters.add(old + counted);
                    oldNumbers.add(ADDED);
                }
                case '-' -> old++;
                case '\\' -> {} // "\ No newline at end of file", in the reader's language
                default -> throw new IllegalArgumentException("Not a line of a diff, number " + at);
            }
        }
        if (old != endOld || oldNumbers.size() != newCount) {
            throw new IllegalArgumentException("A hunk is longer than its header says");
        }
        hunks.add(new Hunk(firstNew, oldNumbers, counters, endOld));
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

    /** Whether the change touches these lines of the new file: one of them is new, or something between them was removed. */
    public boolean touches(int first, int last) {
        int before = ADDED;
        for (int line = first; line <= last; line++) {
            OptionalInt old = oldLine(line);
            if (old.isEmpty() || (before != ADDED && old.getAsInt() != before + 1)) {
                return true;
            }
            before = old.getAsInt();
        }
        return false;
    }

    /** Whether all these lines of the new file are shown together, in one hunk. */
    public boolean showsTogether(int first, int last) {
        return hunks.stream().anyMatch(hunk -> hunk.firstNew() <= first && last < hunk.nextNew());
    }

    /** The old number of a line, for an added one that of the old line that follows it, 0 in a new file. */
    int oldCounter(int newLine) {
        return hunks.stream()
                .filter(hunk -> hunk.firstNew() <= newLine && newLine < hunk.nextNew())
                .findFirst()
                .map(hunk -> hunk.counters().get(newLine - hunk.firstNew()))
                .orElseGet(() -> oldLine(newLine).orElse(0));
    }
}
