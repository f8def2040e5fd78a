package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves units out of the text of an entry, with the comments that belong to them and the operators that tied them. */
final class ScriptCuts {
    /** What may follow a command on its line and goes with it. */
    private static final Pattern REST_OF_LINE = Pattern.compile("(?:[ \\t]*;)?(?:[ \\t]+#[^\\n]*)?");

    /** A stretch of the script's text. */
    private record Range(int start, int end) {}

    private final Script script;
    private final String text;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final Cuts cuts;
    private final Optional<Ending> ending;

    ScriptCuts(Script script, List<Unit> units, Set<Unit> removed, Cuts cuts) {
        this(script, units, removed, cuts, Optional.empty());
    }

    /**
     * Cuts.
     *
     * @param ending a line that stays and is written in another way
     */
    ScriptCuts(Script script, List<Unit> units, Set<Unit> removed, Cuts cuts, Optional<Ending> ending) {
        this.script = script;
        this.text = script.text().text();
        this.units = units;
        this.removed = removed;
        this.cuts = cuts;
        this.ending = ending;
    }

    /** Cuts the removed units out of one entry, of which others stay. */
    void cut(int item) {
        int start = script.starts().get(item);
        int end = start + script.items().get(item).text().text().length();
        ending.filter(line -> start <= line.start() && line.start() < end).ifPresent(line -> line.write(script, cuts));
        var ranges = new ArrayList<Range>();
        for (int first = 0; first < units.size(); ) {
            int last = first;
            while (last + 1 < units.size() && units.get(last + 1).chained()) {
                last++;
            }
            if (units.get(first).start() < end && units.get(last).end() > start) {
                addRanges(units.subList(first, last + 1), start, ranges);
            }
            first = last + 1;
        }
        ranges.replaceAll(range -> new Range(Math.max(range.start, start), Math.min(range.end, end)));
        ranges.removeIf(range -> range.start >= range.end);
        ranges.sort(Comparator.comparingInt(Range::start));
        join(ranges);
        boolean block = script.items().get(item).scalar().isBlock();
        widenFirst(ranges, start, end, block);
        widenLast(ranges, start, end);
        ranges.forEach(
                range -> cuts.remove(script.text().span(range.start, range.end).start(), placeBefore(range.end, end)));
    }

    /** A command and a here-document in it can be cut both, one inside of the other. */
    private static void join(List<Range> ranges) {
        for (int i = ranges.size() - 1; i > 0; i--) {
            Range before = ranges.get(i - 1);
            Range range = ranges.get(i);
            if (range.start < before.end) {
                ranges.set(i - 1, new Range(before.start, Math.max(before.end, range.end)));
                ranges.remove(i);
            }
        }
    }

    /** Where what stays after a cut begins, or where the last character of the cut ends its line. */
    private int placeBefore(int offset, int itemEnd) {
        return offset < itemEnd && text.charAt(offset) != '\n'
                ? script.text().span(offset, offset + 1).start()
                : script.text().span(offset - 1, offset).end();
    }

    private void addRanges(List<Unit> chain, int itemStart, List<Range> ranges) {
        if (removed.containsAll(chain)) {
            int end = restOfLine(chain.getLast().end());
            int documents = chain.stream().mapToInt(this::documentsEnd).max().orElse(end);
            ranges.add(new Range(lead(chain.getFirst().start(), itemStart), Math.max(end, documents)));
            return;
        }
        boolean keptBefore = false;
        for (int i = 0; i < chain.size(); i++) {
            Unit unit = chain.get(i);
            if (!removed.contains(unit)) {
                keptBefore = true;
                continue;
            }
            ranges.add(
                    keptBefore
                            ? new Range(chain.get(i - 1).end(), unit.end())
                            : new Range(unit.start(), chain.get(i + 1).start()));
            HereDocuments.of(unit.command())
                    .forEach(document -> ranges.add(new Range(
                            document.body().start(), lineEnd(document.body().end()))));
        }
    }

    private int documentsEnd(Unit unit) {
        return HereDocuments.of(unit.command()).stream()
                .mapToInt(document -> lineEnd(document.body().end()))
                .max()
                .orElse(unit.end());
    }

    private int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end;
    }

    /** What stays does not begin with blank lines because of what was cut above it. */
    private void widenFirst(List<Range> ranges, int start, int end, boolean block) {
        int at = start;
        for (int i = 0;
                i < ranges.size() && text.substring(at, ranges.get(i).start).isBlank();
                i++) {
            int cutEnd = ranges.get(i).end;
            int kept = firstNotBlank(cutEnd, end);
            at = block ? Math.max(cutEnd, text.lastIndexOf('\n', kept - 1) + 1) : kept;
            if (kept < end && at > cutEnd) {
                ranges.set(i, new Range(block ? lineStart(ranges.get(i).start) : ranges.get(i).start, at));
            }
        }
    }

    /** What stays does not end with blank lines because of what was cut below it. */
    private void widenLast(List<Range> ranges, int start, int end) {
        int tail = end;
        int i = ranges.size() - 1;
        while (i >= 0 && text.substring(ranges.get(i).end, tail).isBlank()) {
            tail = ranges.get(i).start;
            int above = i == 0 ? start : ranges.get(i - 1).end;
            while (tail > above && Character.isWhitespace(text.charAt(tail - 1))) {
                tail--;
            }
            i--;
        }
        if (i < ranges.size() - 1 && tail > start) {
            int last = ranges.getLast().end;
            ranges.subList(i + 1, ranges.size()).clear();
            ranges.add(new Range(tail, last));
        }
    }

    /** Where a line begins if only blanks stand before an offset; the offset itself if not. */
    private int lineStart(int offset) {
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        return text.substring(line, offset).isBlank() ? line : offset;
    }

    private int firstNotBlank(int from, int end) {
        int at = from;
        while (at < end && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Where the comment lines directly above a command begin. */
    private int lead(int start, int itemStart) {
        int lead = start;
        int line = text.lastIndexOf('\n', start - 1) + 1;
        while (line > itemStart) {
            int above = text.lastIndexOf('\n', line - 2) + 1;
            if (!text.substring(above, line).stripLeading().startsWith("#")) {
                break;
            }
            lead = above;
            line = above;
        }
        return lead;
    }

    private int restOfLine(int end) {
        Matcher rest = REST_OF_LINE.matcher(text).region(end, text.length());
        return rest.lookingAt() ? rest.end() : end;
    }
}
