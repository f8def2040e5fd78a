package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Command;
import io.kanilint.shell.ShellParser;
import io.kanilint.shell.Step;
import io.kanilint.shell.Ways;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/** Finds the builds in a job's scripts. {@code after_script} runs in the same container, after the script, whatever that did. */
public final class BuildFinder {
    private final IdentityHashMap<Command.Simple, Build> builds = new IdentityHashMap<>();
    private final List<Build> all = new ArrayList<>();
    private final Executors executors;

    private BuildFinder(Job job) {
        this.executors = new Executors(job);
    }

    public static JobBuilds find(Job job) {
        var finder = new BuildFinder(job);
        Command.Sequence commands = parse(job.script());
        List<List<BuildRun>> main = finder.ways(job.script(), commands, true);
        List<List<BuildRun>> after = finder.ways(job.afterScript(), parse(job.afterScript()), false);
        var ways = new LinkedHashSet<List<BuildRun>>();
        for (List<BuildRun> first : main) {
            for (List<BuildRun> second : after) {
                var whole = new ArrayList<>(first);
                whole.addAll(second);
                ways.add(List.copyOf(whole));
            }
        }
        return new JobBuilds(job, commands, List.copyOf(finder.all), List.copyOf(ways));
    }

    private static Command.Sequence parse(Script script) {
        return ShellParser.parse(script.text().text());
    }

    private List<List<BuildRun>> ways(Script script, Command.Sequence sequence, boolean inScript) {
        List<List<Step>> ways = Ways.through(sequence, executors::isBuild);
        List<Command.Simple> commands = ways.stream()
                .flatMap(List::stream)
                .map(Step::command)
                .distinct()
                .sorted(Comparator.comparingInt(Command.Simple::start))
                .toList();
        for (Command.Simple command : commands) {
            if (!builds.containsKey(command)) {
                var span = script.text().span(command.start(), command.end());
                var build = new Build(inScript, command, span, executors.arguments(command), all.size());
                builds.put(command, build);
                all.add(build);
            }
        }
        return ways.stream().map(this::runs).toList();
    }

    private List<BuildRun> runs(List<Step> steps) {
        return steps.stream()
                .map(step -> new BuildRun(Objects.requireNonNull(builds.get(step.command())), step.failed()))
                .toList();
    }
}
