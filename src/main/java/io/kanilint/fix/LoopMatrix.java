package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a matrix of a loop over known words, or of loops in one another: the body stays, and its variable is set for it. */
final class LoopMatrix {
    private static final Pattern LEAVES = Pattern.compile("\\b(?:break|continue|return)\\b");

    private final JobBuilds builds;
    private final String script;
    private final LoopWords words;
    private final VariableNames names;
    private final List<WordLoop> loops = new ArrayList<>();
    private final List<Command> before = new ArrayList<>();
    private final List<Command> after = new ArrayList<>();
    /** What makes an image in the background: it comes to the foreground, since nothing is beside it any more. */
    private final List<Command> behind = new ArrayList<>();

    private LoopMatrix(Pipeline pipeline, JobBuilds builds, Effort effort) {
        this.builds = builds;
        this.script = builds.job().script().text().text();
        this.words = new LoopWords(builds, effort);
        this.names = new VariableNames(pipeline, builds.job());
    }

    static Optional<MatrixPlan> of(Pipeline pipeline, JobBuilds builds, JobCuts cuts, Effort effort) {
        var matrix = new LoopMatrix(pipeline, builds, effort);
        boolean found = matrix.descend(builds.commands()) && !matrix.loops.isEmpty();
        List<MatrixEntry> entries = found ? matrix.entries() : List.of();
        return !entries.isEmpty() && new LoopRemoval(builds.job().script(), matrix.loops, matrix.behind, cuts).cut()
                ? Optional.of(new MatrixPlan(
                        entries,
                        matrix.before,
                        matrix.after,
                        matrix.loops.stream().allMatch(WordLoop::fixed)))
                : Optional.empty();
    }

    /** Collects the loops around all builds, outermost first; false if there is something in the way. */
    private boolean descend(Command outermost) {
        var earlier = new ArrayList<Command>();
        var pending = new ArrayList<Command>();
        boolean tied = false;
        Command command = outermost;
        while (true) {
            if (command instanceof Command.For || isReading(command)) {
                Optional<WordLoop> loop =
                        tied ? Optional.empty() : words.of(command).filter(this::isRemovable);
                if (loop.isEmpty()) {
                    return false;
                }
                loops.add(loop.get());
                before.addAll(earlier);
                earlier.clear();
                after.addAll(pending);
                pending.clear();
                command = loop.get().body();
                continue;
            }
            tied |= ties(command);
            Optional<Command> inner =
                    Commands.children(command).filter(this::holdsBuilds).findFirst();
            if (inner.isEmpty()) {
                return true;
            }
            if (command instanceof Command.Sequence sequence) {
                int at = Commands.children(sequence).toList().indexOf(inner.get());
                if (sequence.items().get(at).background()) {
                    if (Foreground.isNeeded(script)) {
                        return false;
                    }
                    behind.add(inner.get());
                }
                sequence.items().subList(0, at).forEach(item -> earlier.add(item.command()));
                sequence.items().subList(at + 1, sequence.items().size()).stream()
                        .map(Command.Item::command)
                        .filter(later -> !Foreground.isWaiting(later))
                        .forEach(pending::add);
            }
            command = inner.get();
        }
    }

    private static boolean isReading(Command command) {
        return command instanceof Command.Redirected redirected && redirected.command() instanceof Command.Loop;
    }

    /** Whether a command depends on its parts being one command each. */
    private static boolean ties(Command command) {
        return switch (command) {
            case Command.Sequence _, Command.If _, Command.Group _, Command.Subshell _, Command.Case _ -> false;
            default -> true;
        };
    }

    private boolean holdsBuilds(Command command) {
        return builds.all().stream()
                .map(Build::site)
                .allMatch(site -> site.start() >= command.start() && site.end() <= command.end());
    }

    private boolean isRemovable(WordLoop loop) {
        String body = script.substring(loop.bodyStart(), loop.bodyEnd());
        String around = script.substring(0, loop.start()) + script.substring(loop.end());
        boolean free = loop.entries().stream()
                .flatMap(entry -> entry.columns().keySet().stream())
                .allMatch(name -> !VariableNames.isReserved(name)
                        && !names.isSet(name)
                        && !mentions(around, name)
                        && builds.job()
                                .image()
                                .filter(image -> mentions(image.name(), name))
                                .isEmpty());
        boolean simple =
                loop.body().items().stream().noneMatch(item -> item.background() && !holdsBuilds(item.command()))
                        && !LEAVES.matcher(body).find();
        return free && simple && new ScriptPlaces(builds.job().script()).isInOne(loop.start(), loop.end());
    }

    private static boolean mentions(String text, String name) {
        return Pattern.compile("\\$\\{?[#!]?" + name + "(?!\\w)").matcher(text).find();
    }

    /** One entry for all loops together: each combination is one round of the innermost. */
    private List<MatrixEntry> entries() {
        if (loops.size() == 1) {
            return loops.getFirst().entries();
        }
        var columns = new LinkedHashMap<String, List<String>>();
        for (WordLoop loop : loops) {
            if (loop.entries().size() != 1) {
                return List.of();
            }
            loop.entries().getFirst().columns().forEach(columns::putIfAbsent);
        }
        return columns.size() == loops.size() ? List.of(new MatrixEntry(columns)) : List.of();
    }
}
