package io.kanilint.rules;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which builds of a script run at the same time, by how the script is written. */
final class Background {
    private static final Set<String> WAITS = Set.of("wait", "fg", "kill", "flock");
    private static final String BESIDE = "-P.*|--max-procs.*";

    /** A stretch of the script's text. */
    private record Range(int start, int end) {
        static Range of(Command command) {
            return new Range(command.start(), command.end());
        }

        boolean contains(Range other) {
            return start <= other.start && other.end <= end;
        }

        boolean contains(int offset) {
            return start <= offset && offset < end;
        }
    }

    /**
     * A command that is started without waiting for its end.
     *
     * @param around the loop or function that can start it again, if there is one
     */
    private record Started(Range range, Optional<Range> around) {}

    private final JobBuilds job;
    private final List<Started> started = new ArrayList<>();
    private final List<Range> loops = new ArrayList<>();
    private final List<Range> functions = new ArrayList<>();
    private final List<Integer> waits = new ArrayList<>();
    private final Map<Integer, List<Range>> places = new HashMap<>();

    /** It can be called anywhere. */
    private final boolean waitsInFunction;

    Background(JobBuilds job) {
        this.job = job;
        walk(job.commands(), Optional.empty());
        waitsInFunction =
                waits.stream().anyMatch(wait -> functions.stream().anyMatch(function -> function.contains(wait)));
    }

    private void walk(Command command, Optional<Range> around) {
        Optional<Range> inside = around;
        switch (command) {
            case Command.Sequence sequence ->
                sequence.items().stream()
                        .filter(Command.Item::background)
                        .forEach(item -> started.add(new Started(Range.of(item.command()), around)));
            case Command.Coprocess _ -> started.add(new Started(Range.of(command), around));
            case Command.For _, Command.ForArithmetic _ -> {
                loops.add(Range.of(command));
                inside = Optional.of(Range.of(command));
            }
            case Command.Loop _ -> {
                loops.add(Range.of(command));
                // it may wait for a file or a port
                waits.add(command.start());
                inside = Optional.of(Range.of(command));
            }
            case Command.Function _ -> {
                functions.add(Range.of(command));
                inside = Optional.of(Range.of(command));
            }
            case Command.Simple simple -> {
                if (simple.name().filter(WAITS::contains).isPresent()) {
                    waits.add(simple.start());
                }
            }
            default -> {
                // nothing to note
            }
        }
        Optional<Range> nearest = inside;
        Commands.children(command).forEach(child -> walk(child, nearest));
    }

    /** Whether a later build on a way is started while this one is certain not to have been waited for. */
    boolean isBeside(Build build, Build later) {
        if (!build.inScript() || !later.inScript()) {
            return false;
        }
        return isByXargs(build, later)
                || (!waitsInFunction && started.stream().anyMatch(one -> isBeside(one, build, later)));
    }

    private boolean isBeside(Started one, Build build, Build later) {
        if (places(build).stream().noneMatch(one.range::contains)) {
            return false;
        }
        Range site = site(build);
        Range next = site(later);
        if (places(later).stream().noneMatch(one.range::contains)) {
            return site.start < next.start && !waits(site.end, next.start);
        }
        boolean again = one.around.isPresent()
                && build.span().equals(later.span())
                && places(build).stream()
                        .noneMatch(place ->
                                loops.stream().anyMatch(loop -> one.range.contains(loop) && loop.contains(place)));
        if (!again || one.around.stream().anyMatch(loop -> waits(loop.start + 1, loop.end))) {
            return false;
        }
        return site.start == next.start
                ? loops.stream().filter(loop -> loop.contains(site)).noneMatch(loop -> waits(loop.start + 1, loop.end))
                : !waits(site.end, next.start);
    }

    /** {@code xargs -P} runs one command several times at once. */
    private boolean isByXargs(Build build, Build later) {
        return build.span().equals(later.span())
                && WrittenCommand.of(job, build)
                        .filter(written ->
                                written.command().name().filter("xargs"::equals).isPresent())
                        .filter(written -> written.command().words().stream()
                                .anyMatch(word -> word.pattern().matches(BESIDE)))
                        .isPresent();
    }

    private boolean waits(int from, int to) {
        return waits.stream().anyMatch(wait -> from <= wait && wait < to);
    }

    private static Range site(Build build) {
        return new Range(build.site().start(), build.site().end());
    }

    /** Where it is called, and where in a function it is written. */
    private List<Range> places(Build build) {
        return places.computeIfAbsent(build.number(), _ -> find(build));
    }

    private List<Range> find(Build build) {
        var places = new ArrayList<Range>();
        places.add(site(build));
        WrittenCommand.of(job, build)
                .map(written -> Range.of(written.command()))
                .ifPresent(places::add);
        return places;
    }
}
