package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Script;
import io.kanilint.shell.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes a script apart into units. Of a block that all builds are in, such as a condition's, the commands inside are units. */
final class Units {
    private final Script script;
    private final List<Build> builds;
    private final List<Unit> units = new ArrayList<>();
    private boolean background;
    /** Whether a block begins or has just ended: what ties commands together does not reach over its edge. */
    private boolean behindBlock;

    private Units(Script script, List<Build> builds) {
        this.script = script;
        this.builds = builds;
    }

    /** The units of a script in order; empty where a unit makes more than one build, so that it cannot be taken apart. */
    static Optional<List<Unit>> of(JobBuilds job) {
        var reader = new Units(job.job().script(), job.all());
        reader.addAll(job.commands());
        boolean concurrent = job.ways().stream().flatMap(List::stream).anyMatch(BuildRun::concurrent);
        boolean separable = !reader.background
                && (!concurrent || reader.seesAllThatRunsBeside(job.commands()))
                && reader.units.stream()
                        .allMatch(unit -> reader.buildsIn(unit.command()).size() <= 1);
        return separable ? Optional.of(List.copyOf(reader.units)) : Optional.empty();
    }

    /** Those that a chain holds behind its last build. */
    static Set<Unit> trailing(List<Unit> units) {
        var trailing = new HashSet<Unit>();
        var open = new ArrayList<Unit>();
        boolean built = false;
        for (Unit unit : units) {
            if (!unit.chained()) {
                trailing.addAll(open);
                built = false;
                open.clear();
            }
            if (unit.build().isPresent()) {
                built = true;
                open.clear();
            } else if (built) {
                open.add(unit);
            }
        }
        trailing.addAll(open);
        return trailing;
    }

    /** The builds that are made only if a unit succeeds, as {@code &&} says. */
    static List<Build> hanging(List<Unit> units, Unit unit) {
        return units.subList(units.indexOf(unit) + 1, units.size()).stream()
                .takeWhile(Unit::hangs)
                .flatMap(next -> next.build().stream())
                .toList();
    }

    private void addAll(Command.Sequence sequence) {
        for (Command.Item item : sequence.items()) {
            int before = units.size();
            boolean sameLine = !behindBlock && isOnTheSameLine(item.command());
            add(item.command(), sameLine ? Unit.Tie.LINE : Unit.Tie.NONE);
            if (item.background()) {
                addSign(before);
            }
        }
    }

    private boolean seesAllThatRunsBeside(Command.Sequence commands) {
        return units.stream().filter(Foreground::isSign).count() == Foreground.count(commands);
    }

    /** The sign behind a build that is a unit of its own; nothing else in the background can be taken apart. */
    private void addSign(int before) {
        Unit unit = units.getLast();
        Optional<Unit> sign = Foreground.sign(script.text().text(), unit.command());
        background |= sign.isEmpty()
                || units.size() != before + 1
                || unit.build().isEmpty()
                || Foreground.isNeeded(script.text().text());
        sign.ifPresent(units::add);
    }

    private void add(Command command, Unit.Tie tie) {
        Optional<Command.Sequence> block = blockOfAll(command);
        boolean behind = behindBlock;
        behindBlock = block.isPresent();
        if (block.isPresent()) {
            addAll(block.get());
            behindBlock = true;
        } else if (command instanceof Command.AndOr(Command left, boolean and, Command right) && and && isChain(left)) {
            add(left, behind ? Unit.Tie.NONE : tie);
            add(right, Unit.Tie.AND);
        } else {
            Optional<Build> build = buildsIn(command).stream().findFirst();
            units.add(new Unit(command, command.start(), command.end(), build, behind ? Unit.Tie.NONE : tie));
        }
    }

    /** The commands inside of a block that all builds are in, so that something stays in it whichever is left out. */
    private Optional<Command.Sequence> blockOfAll(Command command) {
        return blocks(command)
                .filter(body -> builds.size() > 1 && buildsIn(body).size() == builds.size())
                .findFirst();
    }

    private static Stream<Command.Sequence> blocks(Command command) {
        return switch (command) {
            case Command.Group group -> Stream.of(group.body());
            case Command.Subshell subshell -> Stream.of(subshell.body());
            case Command.If choice ->
                Stream.concat(choice.branches().stream().map(Command.Branch::body), choice.otherwise().stream());
            case Command.Case choice -> choice.arms().stream().map(Command.Arm::body);
            default -> Stream.empty();
        };
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
