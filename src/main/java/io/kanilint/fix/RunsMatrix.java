package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Command;
import io.kanilint.shell.Word;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes a matrix of builds that stand one below the other: the first stays, with variables where the others differ. */
final class RunsMatrix {
    private static final int MOST_COMMANDS = 500;

    /** A word that is not the same in all groups. */
    private record Place(Word word, boolean program, String flag, List<String> texts) {}

    private final JobBuilds builds;
    private final String script;
    private final VariableNames names;
    private final JobCuts cuts;

    private RunsMatrix(Pipeline pipeline, JobBuilds builds, JobCuts cuts) {
        this.builds = builds;
        this.script = builds.job().script().text().text();
        this.names = new VariableNames(pipeline, builds.job());
        this.cuts = cuts;
    }

    static Optional<MatrixPlan> of(Pipeline pipeline, JobBuilds builds, JobCuts cuts) {
        boolean straight =
                builds.ways().stream().flatMap(List::stream).noneMatch(run -> run.repeated() || run.concurrent());
        if (!straight || builds.commands().items().size() > MOST_COMMANDS) {
            return Optional.empty();
        }
        var matrix = new RunsMatrix(pipeline, builds, cuts);
        return Units.of(builds).flatMap(matrix::plan);
    }

    private Optional<MatrixPlan> plan(List<Unit> units) {
        long made = units.stream().flatMap(unit -> unit.build().stream()).count();
        if (made != builds.all().size()) {
            return Optional.empty();
        }
        for (List<List<Unit>> groups : RunGroups.of(units)) {
            Optional<List<Place>> places = places(groups);
            Optional<Differences> variables = places.flatMap(
                    found -> Differences.of(found.stream().map(Place::texts).toList()));
            if (variables.isPresent()) {
                return plan(units, groups, places.get(), variables.get());
            }
        }
        return Optional.empty();
    }

    /** The words in which the groups differ; empty if they differ in anything else. */
    private Optional<List<Place>> places(List<List<Unit>> groups) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < groups.getFirst().size(); i++) {
            int at = i;
            List<CommandWords> commands = groups.stream()
                    .map(group -> CommandWords.of(group.get(at).command(), script))
                    .toList();
            CommandWords first = commands.getFirst();
            if (commands.stream().anyMatch(other -> !other.frame().equals(first.frame()))) {
                return Optional.empty();
            }
            for (int w = 0; w < first.words().size(); w++) {
                int number = w;
                List<String> texts = commands.stream()
                        .map(command -> text(command.words().get(number)))
                        .toList();
                if (texts.stream().distinct().count() > 1) {
                    Word word = first.words().get(w);
                    places.add(new Place(word, isProgram(word, groups.getFirst().get(i)), flag(first, w), texts));
                }
            }
        }
        return places.stream().anyMatch(Place::program) ? Optional.empty() : Optional.of(places);
    }

    private static boolean isProgram(Word word, Unit unit) {
        return unit.command() instanceof Command.Simple simple
                && !simple.words().isEmpty()
                && simple.words().getFirst().equals(word);
    }

    private String text(Word word) {
        return script.substring(word.start(), word.end());
    }

    /** The flag whose value a word is, with {@code =} and what stands before it where they are one word. */
    private String flag(CommandWords command, int word) {
        String own = text(command.words().get(word));
        String before = word == 0 ? "" : text(command.words().get(word - 1));
        boolean valued = before.startsWith("-") && !before.contains("=");
        return own.startsWith("-") || !valued ? own : before + "=" + own;
    }

    private Optional<MatrixPlan> plan(
            List<Unit> units, List<List<Unit>> groups, List<Place> places, Differences variables) {
        List<String> chosen = IntStream.range(0, variables.values().size())
                .mapToObj(i -> names.free(VariableNaming.of(
                        uses(places, variables), i, variables.values().size() == 1)))
                .toList();
        var cells = IntStream.range(0, groups.size())
                .mapToObj(run -> {
                    var cell = new LinkedHashMap<String, String>();
                    for (int i = 0; i < chosen.size(); i++) {
                        cell.put(chosen.get(i), variables.values().get(i).get(run));
                    }
                    return cell;
                })
                .toList();
        var removed = new HashSet<Unit>();
        groups.subList(1, groups.size()).forEach(removed::addAll);
        if (new HashSet<>(cells).size() < cells.size() || !new UnitRemoval(builds.job(), units, removed, cuts).cut()) {
            return Optional.empty();
        }
        boolean written = IntStream.range(0, places.size())
                .allMatch(i ->
                        write(places.get(i).word, variables.patterns().get(i).with(chosen)));
        if (!written) {
            return Optional.empty();
        }
        List<MatrixEntry> entries = chosen.size() == 1
                ? List.of(MatrixEntry.of(chosen.getFirst(), variables.values().getFirst()))
                : cells.stream().map(MatrixEntry::cell).toList();
        return Optional.of(new MatrixPlan(entries, before(units, groups), after(units, groups), true));
    }

    private static List<VariableNaming.Use> uses(List<Place> places, Differences variables) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new VariableNaming.Use(
                        places.get(i).flag, variables.patterns().get(i)))
                .toList();
    }

    private boolean write(Word word, String text) {
        var places = new ScriptPlaces(builds.job().script());
        Span span = places.span(word.start(), word.end());
        if (span.text().contains("\n")) {
            return false;
        }
        cuts.at(span).replace(span.start(), span.end(), places.encoded(text, places.itemAt(word.start())));
        return true;
    }

    private static List<Command> before(List<Unit> units, List<List<Unit>> groups) {
        int first = units.indexOf(groups.getFirst().getFirst());
        return units.subList(0, first).stream().map(Unit::command).toList();
    }

    private static List<Command> after(List<Unit> units, List<List<Unit>> groups) {
        int last = units.indexOf(groups.getLast().getLast());
        return units.subList(last + 1, units.size()).stream().map(Unit::command).toList();
    }
}
