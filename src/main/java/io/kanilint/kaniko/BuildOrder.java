package io.kanilint.kaniko;

import io.kanilint.shell.Call;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers builds by where they stand in the script. They are found way by way, and the way that leaves the first out, as
 * one behind {@code else} or {@code ||}, may be followed before the one that makes it.
 *
 * @param builds in the order of their numbers
 * @param byDiscovery the same in the order in which they were found
 */
record BuildOrder(List<Build> builds, List<Build> byDiscovery) {
    BuildOrder {
        builds = List.copyOf(builds);
        byDiscovery = List.copyOf(byDiscovery);
    }

    /**
     * The order of builds, each of which bears the number under which it was found.
     *
     * @param commands the job's script
     */
    static BuildOrder of(List<Build> found, Command commands) {
        List<Build> sorted = found.stream()
                .sorted(Comparator.<Build, Boolean>comparing(build -> !build.inScript())
                        .thenComparingInt(build -> build.inScript()
                                ? place(commands, build.site())
                                : build.site().start()))
                .toList();
        var builds = new ArrayList<Build>();
        var byDiscovery = new ArrayList<>(found);
        for (Build build : sorted) {
            Build numbered = build.numbered(builds.size());
            builds.add(numbered);
            byDiscovery.set(build.number(), numbered);
        }
        return new BuildOrder(builds, byDiscovery);
    }

    /** Of what a loop runs several times, the second round comes after all of the first. */
    private static int place(Command command, Call.Site site) {
        boolean loop = command instanceof Command.For
                || command instanceof Command.ForArithmetic
                || command instanceof Command.Loop;
        return loop
                ? command.start()
                : Commands.children(command)
                        .filter(inner -> inner.start() <= site.start() && site.end() <= inner.end())
                        .findFirst()
                        .map(inner -> place(inner, site))
                        .orElse(site.start());
    }

    /** Steps with builds as they were found, numbered. */
    List<JobStep> numbered(List<JobStep> steps) {
        return steps.stream()
                .<JobStep>map(step -> switch (step) {
                    case BuildRun run -> run.with(byDiscovery.get(run.build().number()));
                    case JobStep.Removing removing -> removing;
                })
                .toList();
    }
}
