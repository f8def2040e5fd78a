package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line such as {@code [ -d web ] && build} that is the last one of a new job and was not that of the old one. The shell
 * goes on where the condition is false, but a job ends as its last line does: so it is written with {@code if}.
 *
 * @param guards what stands before the first command that is run if all is so
 * @param last the last unit of the line
 */
record Ending(List<Unit> guards, Unit then, Unit last) {
    Ending {
        guards = List.copyOf(guards);
    }

    /** The line that a job ends with, if it hangs on a condition and can be written so. */
    static Optional<Ending> of(List<Unit> units, List<Unit> kept, Script script) {
        List<Unit> line = line(units, kept);
        Optional<Unit> build =
                line.stream().filter(unit -> unit.build().isPresent()).findFirst();
        int then = line.isEmpty() ? 0 : build.map(line::indexOf).orElse(line.size() - 1);
        boolean writable = then > 0
                && line.subList(0, then).stream().anyMatch(unit -> Condition.is(unit.command()))
                && line.subList(then, line.size() - 1).stream().noneMatch(unit -> Condition.is(unit.command()))
                && line.stream()
                        .allMatch(unit -> HereDocuments.of(unit.command()).isEmpty())
                && new ScriptPlaces(script)
                        .isInOne(line.getFirst().start(), line.getLast().end());
        return writable
                ? Optional.of(new Ending(line.subList(0, then), line.get(then), line.getLast()))
                : Optional.empty();
    }

    /** The condition because of which a job would fail that does not fail today, where {@link #of} cannot help. */
    static Optional<Unit> failing(List<Unit> units, List<Unit> kept, Script script) {
        List<Unit> line = line(units, kept);
        if (line.isEmpty() || of(units, kept, script).isPresent()) {
            return Optional.empty();
        }
        return line.subList(0, line.size() - 1).stream()
                .filter(unit -> Condition.is(unit.command()))
                .findFirst()
                .or(() -> Condition.atTheEnd(line.getLast().command())
                        .map(command ->
                                new Unit(command, command.start(), command.end(), Optional.empty(), Unit.Tie.NONE)));
    }

    /** The last units that {@code &&} ties together; none where the old job ends with them too. */
    private static List<Unit> line(List<Unit> units, List<Unit> kept) {
        List<Unit> all =
                units.stream().filter(unit -> !Foreground.isLeftOut(unit)).toList();
        if (kept.isEmpty() || kept.getLast().equals(all.getLast())) {
            return List.of();
        }
        var line = new ArrayList<Unit>();
        int at = all.indexOf(kept.getLast());
        line.add(all.get(at));
        while (at > 0 && all.get(at).hangs() && kept.contains(all.get(at - 1))) {
            at--;
            line.addFirst(all.get(at));
        }
        return line;
    }

    /** Writes it; the text between its parts is changed where it stands in a file. */
    void write(Script script, Cuts cuts) {
        var places = new ScriptPlaces(script);
        Unit first = guards.getFirst();
        int end = guards.getLast().end();
        int sign = end + script.text().text().substring(end, then.start()).indexOf("&&");
        Span start = places.span(first.start(), first.start() + 1);
        cuts.replace(start.start(), start.end(), "if " + start.text());
        Span and = places.span(sign, sign + 2);
        String before = and.before();
        boolean blank = before.endsWith(" ") && !before.isBlank();
        cuts.replace(and.start() - (blank ? 1 : 0), and.end(), "; then");
        Span tail = places.span(last.end() - 1, last.end());
        cuts.replace(tail.start(), tail.end(), tail.text() + "; fi");
    }

    /** Where it stands in the script. */
    int start() {
        return guards.getFirst().start();
    }
}
