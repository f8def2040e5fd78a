package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Call;
import io.kanilint.shell.Command;
import io.kanilint.shell.Element;
import io.kanilint.shell.Field;
import io.kanilint.shell.Repeated;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.ScriptWalk;
import io.kanilint.shell.ShellParser;
import io.kanilint.shell.Situation;
import io.kanilint.shell.Way;
import io.kanilint.shell.Ways;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the builds in a job's scripts. {@code after_script} runs in the same container, after the script, whatever that did. */
public final class BuildFinder {
    private static final int MOST_WAYS = 500;

    /** What makes two runs the same build. */
    private record Key(boolean inScript, Span span, Call.Site site, List<Field> words) {}

    private final Map<Key, Build> builds = new LinkedHashMap<>();
    private final Executors executors;

    private BuildFinder(Job job) {
        this.executors = new Executors(job);
    }

    public static JobBuilds find(Job job) {
        var finder = new BuildFinder(job);
        Command.Sequence commands = ShellParser.parse(job.script().text().text());
        Set<List<BuildRun>> main = finder.ways(job.script(), commands, true);
        Set<List<BuildRun>> after = finder.ways(
                job.afterScript(), ShellParser.parse(job.afterScript().text().text()), false);
        var ways = new LinkedHashSet<List<BuildRun>>();
        for (List<BuildRun> first : main) {
            for (List<BuildRun> second : after) {
                var whole = new ArrayList<>(first);
                whole.addAll(second);
                ways.add(List.copyOf(whole));
            }
        }
        return new JobBuilds(job, commands, List.copyOf(finder.builds.values()), List.copyOf(ways));
    }

    private Set<List<BuildRun>> ways(Script script, Command.Sequence commands, boolean inScript) {
        Ways ways = ScriptWalk.through(
                script.text(), commands, Situation.ofJob(Map.of(), ScriptFiles.NONE), executors::runsExecutor);
        var runs = new LinkedHashSet<List<BuildRun>>();
        for (Way way : ways.ways()) {
            for (List<BuildRun> list : runs(way.elements(), inScript, false)) {
                if (runs.size() < MOST_WAYS) {
                    runs.add(list);
                }
            }
        }
        return runs;
    }

    /** The runs of a way; of what is repeated, no round, and two rounds in every order. */
    private List<List<BuildRun>> runs(List<Element> elements, boolean inScript, boolean repeated) {
        List<List<BuildRun>> ways = List.of(List.of());
        for (Element element : elements) {
            List<List<BuildRun>> next = switch (element) {
                case Call call ->
                    Executors.isBuild(call.words())
                            ? List.of(List.of(run(call, inScript, repeated)))
                            : List.of(List.of());
                case Repeated loop -> rounds(loop, inScript);
            };
            ways = product(ways, next);
        }
        return ways;
    }

    private List<List<BuildRun>> rounds(Repeated loop, boolean inScript) {
        var once = new ArrayList<List<BuildRun>>();
        loop.rounds().forEach(round -> once.addAll(runs(round, inScript, true)));
        var all = new ArrayList<List<BuildRun>>();
        all.add(List.of());
        all.addAll(product(once, once));
        return all;
    }

    private static List<List<BuildRun>> product(List<List<BuildRun>> first, List<List<BuildRun>> second) {
        var all = new LinkedHashSet<List<BuildRun>>();
        for (List<BuildRun> before : first) {
            for (List<BuildRun> after : second) {
                if (all.size() < MOST_WAYS) {
                    var both = new ArrayList<>(before);
                    both.addAll(after);
                    all.add(List.copyOf(both));
                }
            }
        }
        return List.copyOf(all);
    }

    private BuildRun run(Call call, boolean inScript, boolean repeated) {
        var key = new Key(inScript, call.span(), call.site(), call.words());
        Build build = builds.computeIfAbsent(
                key,
                _ -> new Build(
                        inScript,
                        call.span(),
                        call.site(),
                        new Arguments(call.words().subList(1, call.words().size())),
                        builds.size()));
        return new BuildRun(build, call.failed(), call.concurrent(), repeated);
    }
}
