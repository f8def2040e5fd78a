package io.kanilint.shell;

import io.kanilint.shell.OracleVerdict.Kind;
import io.kanilint.text.MappedText;
import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares the ways that the engine finds with what shells really did. */
final class OracleJudge {
    private final OracleCase given;
    private long micros;

    private OracleJudge(OracleCase given) {
        this.given = given;
    }

    static OracleVerdict judge(OracleCase given, List<RealRun> runs) {
        return new OracleJudge(given).judge(runs);
    }

    static boolean isExecutor(List<Field> words) {
        return words.getFirst()
                .known()
                .filter(program -> program.equals("executor") || program.endsWith("/executor"))
                .isPresent();
    }

    /** Only Bash and BusyBox know {@code pipefail}. */
    private Ways ways(boolean pipefail) {
        var variables = new HashMap<String, Value>();
        given.known().forEach((name, value) -> variables.put(name, Value.of(value)));
        ScriptFiles files = path -> Optional.ofNullable(given.files().get(path)).map(text -> new Source(path, text));
        var situation = new Situation(variables, given.closed(), given.errexit(), pipefail, files);
        var script = MappedText.lines(given.items().stream()
                .map(item -> MappedText.of(new Source(".gitlab-ci.yml", item)))
                .toList());
        long start = System.nanoTime();
        Ways ways = ScriptWalk.through(script, situation, OracleJudge::isExecutor);
        micros = Math.max(micros, (System.nanoTime() - start) / 1000);
        return ways;
    }

    private OracleVerdict judge(List<RealRun> runs) {
        Map<Boolean, List<RealRun>> byOption = runs.stream()
                .collect(Collectors.partitioningBy(
                        run -> given.pipefail() && !run.shell().equals("dash")));
        OracleVerdict worst = new OracleVerdict(Kind.GOOD, "", 0);
        for (var entry : byOption.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                OracleVerdict verdict = judge(ways(entry.getKey()), entry.getValue(), runs);
                worst = verdict.kind().ordinal() > 0 && !worst.kind().isError() ? verdict : worst;
            }
        }
        return new OracleVerdict(worst.kind(), worst.wrong(), micros);
    }

    /**
     * Judges one group of runs.
     *
     * @param all with those of the other group: where shells differ the engine has the ways of all of them
     */
    private OracleVerdict judge(Ways ways, List<RealRun> runs, List<RealRun> all) {
        boolean vague = !ways.complete();
        for (RealRun run : runs) {
            List<Way> matching = ways.ways().stream()
                    .filter(way -> WayText.matches(way, run, given.known()))
                    .toList();
            if (matching.isEmpty() && ways.complete()) {
                return verdict(Kind.MISSING, OracleVerdict.describe(run) + "is not among\n" + describe(ways));
            }
            vague |= matching.stream().noneMatch(OracleJudge::isClear);
        }
        if (!given.closed() || runs.stream().anyMatch(OracleJudge::lacksAProgram)) {
            return verdict(Kind.GOOD, "");
        }
        for (Way way : ways.ways()) {
            boolean happened = all.stream().anyMatch(run -> WayText.matches(way, run, given.known()));
            if (!happened && isClear(way) && isLikely(way) && given.exact()) {
                return verdict(
                        Kind.EXTRA,
                        OracleVerdict.describe(way) + "did not happen, but\n"
                                + runs.stream().map(OracleVerdict::describe).collect(Collectors.joining()));
            }
            vague |= !isClear(way);
        }
        return vague && given.exact()
                ? verdict(Kind.GAVE_UP, (ways.complete() ? "" : "incomplete: ") + describe(ways))
                : verdict(Kind.GOOD, "");
    }

    private static String describe(Ways ways) {
        return ways.ways().stream().limit(12).map(OracleVerdict::describe).collect(Collectors.joining("or\n"));
    }

    private OracleVerdict verdict(Kind kind, String wrong) {
        return new OracleVerdict(kind, wrong, micros);
    }

    /** Whether everything on a way is known. */
    private static boolean isClear(Way way) {
        return way.elements().stream()
                .allMatch(element -> element instanceof Call call
                        && call.words().stream().allMatch(word -> !word.many() && isClear(word.value()))
                        && RealRun.WATCHED.stream()
                                .allMatch(name -> isClear(call.variables().getOrDefault(name, Value.EMPTY))));
    }

    /** Nobody can know the exit code of a program that fails. */
    private static boolean isClear(Value value) {
        return value.pieces().stream()
                .allMatch(
                        piece -> piece instanceof Value.Text || piece.equals(new Value.Unknown(Conditions.ERROR_CODE)));
    }

    /** Which programs there are, the script does not say. */
    private static boolean lacksAProgram(RealRun run) {
        return run.output().contains("not found");
    }

    /** Whether the executor would have ended on a way as it does. */
    private boolean isLikely(Way way) {
        int index = 0;
        for (Element element : way.elements()) {
            Call call = (Call) element;
            List<String> arguments = call.words().stream()
                    .skip(1)
                    .map(word -> word.value().pattern())
                    .toList();
            if (given.fails(index++, arguments) != call.failed() && !call.either()) {
                return false;
            }
        }
        return true;
    }
}
