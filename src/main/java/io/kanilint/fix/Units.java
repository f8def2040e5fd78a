package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a straight script apart into units. */
final class Units {
    private final Script script;
    private final List<Build> builds;
    private final List<Unit> units = new ArrayList<>();

    private Units(Script script, List<Build> builds) {
        this.script = script;
        this.builds = builds;
    }

    /** The units of a script in order; empty where a unit makes more than one build, so that it cannot be taken apart. */
    static Optional<List<Unit>> of(JobBuilds job) {
        var reader = new Units(job.job().script(), job.all());
        for (Command.Item item : job.commands().items()) {
            if (item.background()) {
                return Optional.empty();
            }
            reader.add(item.command(), reader.isOnTheSameLine(item.command()));
        }
        boolean separable = reader.units.stream()
                .allMatch(unit -> reader.buildsIn(unit.command()).size() <= 1);
        return separable ? Optional.of(List.copyOf(reader.units)) : Optional.empty();
    }

    private void add(Command command, boolean chained) {
        if (command instanceof Command.AndOr(Command left, boolean and, Command right) && and && isChain(left)) {
            add(left, chained);
            add(right, true);
        } else {
            Optional<Build> build = buildsIn(command).stream().findFirst();
            units.add(new Unit(command, command.start(), command.end(), build, chained));
        }
    }

    private static boolean isChain(Command command) {
        return !(command instanceof Command.AndOr(Command left, boolean and, Command _)) || (and && isChain(left));
    }

    private boolean isOnTheSameLine(Command command) {
        if (units.isEmpty()) {
            return false;
        }
        String between = script.text().text().substring(units.getLast().end(), command.start());
        return !between.replace("\\\n", "").contains("\n");
    }

    private List<Build> buildsIn(Command command) {
        return builds.stream()
                .filter(build ->
                        build.site().start() >= command.start() && build.site().end() <= command.end())
                .toList();
    }
}
