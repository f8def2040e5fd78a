package io.kanilint.kaniko;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Call;
import io.kanilint.shell.Command;
import io.kanilint.shell.Effort;
import io.kanilint.shell.Element;
import io.kanilint.shell.Field;
import io.kanilint.shell.Repeated;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.ScriptWalk;
import io.kanilint.shell.Situation;
import io.kanilint.shell.Value;
import io.kanilint.shell.Way;
import io.kanilint.shell.Ways;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the builds in a job's scripts. {@code after_script} runs in the same container, after the script, whatever that did. */
public final class BuildFinder {
    private static final int MOST_WAYS = 500;
    /** In steps that are put behind others: loops in loops have rounds without end. */
    private static final int MOST_WORK = 30_000;

    /** A way with more steps than this is judged by its first ones. */
    private static final int MOST_STEPS = 50;

    /** What makes two runs the same build; how the executor is called by its name is not among it. */
    private record Key(boolean inScript, Span span, Call.Site site, List<Field> arguments) {}

    /** In the order in which they are found, by which they are numbered at first. */
    private final Map<Key, Build> builds = new LinkedHashMap<>();

    private final List<Ways.Unseen> unseen = new ArrayList<>();
    private final Job job;
    private final ScriptFiles files;
    private final Effort effort;
    private final Map<String, Value> variables;
    private final String premise;
    private final ExecutorCalls calls;
    private final Executor executor;
    private boolean complete = true;
    private int work = MOST_WORK;

    private BuildFinder(Job job, ScriptFiles files, Effort effort, JobEnvironment environment, String premise) {
        this.job = job;
        this.files = files;
        this.effort = effort;
        this.premise = premise;
        Optional<String> image = job.image().map(environment::name);
        this.calls = new ExecutorCalls(image);
        this.executor = image.map(Executor::of).orElse(Executor.UNKNOWN);
        this.variables = new HashMap<>(executor.environment());
        variables.putAll(environment.variables());
    }

    /**
     * The builds of a job.
     *
     * @param files where scripts of the project are read that the job runs
     * @param effort what all jobs of the configuration may cost
     */
    public static JobBuilds find(Job job, ScriptFiles files, Effort effort) {
        JobBuilds builds = new BuildFinder(job, files, effort, JobEnvironment.of(job), "").find();
        return new FeasibleWays(builds).amongst(circumstance -> under(circumstance, job, files, effort));
    }

    static JobBuilds under(Circumstance circumstance, Job job, ScriptFiles files, Effort effort) {
        JobEnvironment environment = JobEnvironment.of(job, circumstance.instance());
        return new BuildFinder(job, files, effort, environment, circumstance.premise()).find();
    }

    /** The builds of each instance of a job: one after the other where {@code parallel} makes several. */
    public static List<JobBuilds> findEach(Job job, ScriptFiles files, Effort effort) {
        return job.matrix().stream()
                .map(instance -> new BuildFinder(job, files, effort, JobEnvironment.of(job, instance), "").find())
                .toList();
    }

    private JobBuilds find() {
        Command.Sequence commands = effort.parse(job.script().text().text());
        Ways main = walk(job.script(), commands, variables);
        List<List<JobStep>> finished = ended(main, false);
        var all = new LinkedHashSet<>(finished);
        all.addAll(ended(main, true));
        var order = BuildOrder.of(List.copyOf(builds.values()), commands);
        List<List<BuildRun>> runs = runs(all, order);
        return new JobBuilds(job, executor, commands, order.builds(), runs, runs(finished, order), complete, unseen);
    }

    /** What the job does where its script comes to a good end, or fails. */
    private List<List<JobStep>> ended(Ways main, boolean failed) {
        List<List<JobStep>> ended = steps(main, way -> way.failed() == failed, true);
        return ended.isEmpty() ? List.of() : product(ended, afterwards(failed));
    }

    private List<List<BuildRun>> runs(Collection<List<JobStep>> ways, BuildOrder order) {
        return ways.stream()
                .map(steps -> JobStep.runs(order.numbered(steps), executor))
                .distinct()
                .toList();
    }

    /** What {@code after_script} does, which is told how the script ended. */
    private List<List<JobStep>> afterwards(boolean failed) {
        Script script = job.afterScript();
        if (script.items().isEmpty()) {
            return List.of(List.of());
        }
        var told = new HashMap<>(variables);
        told.put("CI_JOB_STATUS", Value.of(failed ? "failed" : "success"));
        Ways ways = walk(script, effort.parse(script.text().text()), told);
        return steps(ways, _ -> true, false);
    }

    private Ways walk(Script script, Command.Sequence commands, Map<String, Value> environment) {
        var situation = Situation.ofJob(environment, files, premise);
        Ways ways = ScriptWalk.through(script.text(), commands, situation, calls, effort);
        complete &= ways.complete();
        unseen.addAll(ways.unseen());
        return ways;
    }

    private List<List<JobStep>> steps(Ways ways, Predicate<Way> wanted, boolean inScript) {
        var steps = new LinkedHashSet<List<JobStep>>();
        for (Way way : ways.ways()) {
            if (wanted.test(way)) {
                for (List<JobStep> list : steps(way.elements(), inScript, false)) {
                    if (steps.size() < MOST_WAYS) {
                        steps.add(list);
                    }
                }
            }
        }
        return List.copyOf(steps);
    }

    /** The steps of a way; of what is repeated, no round, and two rounds in every order. */
    private List<List<JobStep>> steps(List<Element> elements, boolean inScript, boolean repeated) {
        List<List<JobStep>> ways = List.of(List.of());
        complete &= elements.size() <= MOST_STEPS;
        for (Element element : elements.subList(0, Math.min(elements.size(), MOST_STEPS))) {
            ways = product(
                    ways,
                    switch (element) {
                        case Call call ->
                            List.of(step(call, inScript, repeated).map(List::of).orElse(List.of()));
                        case Repeated loop -> rounds(loop, inScript);
                    });
        }
        return ways;
    }

    private List<List<JobStep>> rounds(Repeated loop, boolean inScript) {
        if (work < 0) {
            complete = false;
            return List.of(List.of());
        }
        var once = new ArrayList<List<JobStep>>();
        loop.rounds().forEach(round -> once.addAll(steps(round, inScript, true)));
        var all = new ArrayList<List<JobStep>>();
        all.add(List.of());
        all.addAll(product(once, once));
        return all;
    }

    private List<List<JobStep>> product(List<List<JobStep>> first, List<List<JobStep>> second) {
        var all = new LinkedHashSet<List<JobStep>>();
        for (List<JobStep> before : first) {
            for (List<JobStep> after : second) {
                work -= 1 + before.size() + after.size();
                if (all.size() == MOST_WAYS || work < 0) {
                    complete = false;
                    return all.isEmpty() ? first : List.copyOf(all);
                }
                var both = new ArrayList<>(before);
                both.addAll(after);
                complete &= both.size() <= MOST_STEPS;
                all.add(List.copyOf(both.subList(0, Math.min(both.size(), MOST_STEPS))));
            }
        }
        return List.copyOf(all);
    }

    private Optional<JobStep> step(Call call, boolean inScript, boolean repeated) {
        Optional<List<Field>> words = calls.arguments(call.words());
        if (words.isEmpty()) {
            // rm -f fails in no case that matters here
            return Optional.of(new JobStep.Removing(call.words()));
        }
        var key = new Key(inScript, call.span(), call.site(), words.get());
        Build known = builds.get(key);
        if (known == null) {
            var arguments = KanikoArguments.parse(words.get(), name -> variable(name, call), executor);
            if (!arguments.builds()) {
                return Optional.empty();
            }
            known = new Build(inScript, call.span(), call.site(), words(call), arguments, builds.size());
            builds.put(key, known);
        }
        return Optional.of(new BuildRun(known, Leftovers.NONE, call.failed(), call.concurrent(), repeated));
    }

    private static List<String> words(Call call) {
        return call.words().stream().map(word -> word.value().pattern()).toList();
    }

    /** What the executor finds in its environment; a variable that nobody sets here may still be set by the project. */
    private static Optional<Value> variable(String name, Call call) {
        return call.variable(name);
    }
}
