package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Flag;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Why commands might mean something else once the builds are in jobs of their own. */
final class ScriptDoubts {
    private static final Pattern STATUS = Pattern.compile("\\$\\{?(?:\\?|PIPESTATUS)");

    /** Builtins whose words are names of variables that they set. */
    private static final Set<String> SETTING = Set.of("export", "readonly", "declare", "typeset", "read");

    private final List<Unit> units;
    private final String text;
    private final JobBuilds job;

    ScriptDoubts(List<Unit> units, JobBuilds job) {
        this.units = units;
        this.text = job.job().script().text().text();
        this.job = job;
    }

    /** The worst first. */
    Stream<String> all() {
        return Stream.of(written(), assigned(), exitCode(), others(), guarding(), preparation())
                .flatMap(Optional::stream);
    }

    private Optional<String> preparation() {
        return units.stream()
                .takeWhile(unit -> unit.build().isEmpty())
                .map(this::excerpt)
                .filter(Excerpt::reachesOut)
                .findFirst()
                .map("'%s' would run in every job"::formatted);
    }

    private Optional<String> exitCode() {
        return later(0).filter(unit -> STATUS.matcher(text(unit)).find())
                .findFirst()
                .map(unit -> "'%s' looks at an exit code".formatted(excerpt(unit)));
    }

    /** What stands before one build in an {@code &&} chain, and may prepare others too or say whether that one is made. */
    private Optional<String> guarding() {
        boolean asked = false;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            asked &= unit.hangs();
            List<Build> hanging = Units.hanging(units, unit);
            boolean others = job.all().stream()
                    .filter(build -> hanging.isEmpty()
                            || build.number() > hanging.getLast().number())
                    .anyMatch(build -> !hanging.contains(build));
            if (unit.build().isEmpty() && !hanging.isEmpty() && others) {
                boolean condition = Condition.is(unit.command());
                if (!condition && (asked || effect(unit) == Effect.UNKNOWN)) {
                    return Optional.of("'%s' may be meant for one image only".formatted(excerpt(unit)));
                }
                asked |= condition;
            }
        }
        return Optional.empty();
    }

    /** What a build other than the last writes beside its image is not there for what another job runs. */
    private Optional<String> written() {
        return job.all().stream()
                .filter(build -> build.number() < job.all().size() - 1)
                .filter(this::isFollowed)
                .flatMap(build -> build.arguments().outputs().stream()
                        .flatMap(use -> use.flag().stream())
                        .map(Flag::today)
                        .map(flag -> "what build %d writes with '--%s' may be used later in the job"
                                .formatted(build.number() + 1, flag)))
                .findFirst()
                .or(this::printed);
    }

    private Optional<String> printed() {
        return units.stream()
                .filter(unit -> unit.build().filter(this::isFollowed).isPresent())
                .filter(unit -> writes(unit.command()))
                .findFirst()
                .map(unit -> "what '%s' writes may be used later in the job".formatted(excerpt(unit)));
    }

    private static boolean writes(Command command) {
        return switch (command) {
            case Command.Simple simple ->
                simple.redirections().stream()
                        .anyMatch(redirection -> redirection.operator().equals(">")
                                && !redirection.target().literal().orElse("").startsWith("/dev/"));
            case Command.Redirected redirected ->
                redirected.redirections().stream()
                        .anyMatch(redirection -> redirection.operator().startsWith(">"));
            case Command.Pipeline pipeline -> pipeline.stages().size() > 1;
            case Command.AndOr both -> writes(both.left()) || writes(both.right());
            default -> false;
        };
    }

    /** Whether something after a build could use what it wrote. */
    private boolean isFollowed(Build build) {
        boolean last = build.number() == job.all().size() - 1;
        boolean commands =
                later(build.number()).anyMatch(unit -> unit.build().isEmpty() && effect(unit) != Effect.NOTHING);
        boolean words = job.all().stream()
                .filter(next -> next.number() > build.number())
                .flatMap(next -> next.words().stream())
                .anyMatch(word -> word.contains("$(…)"));
        boolean outputs = job.job().keywords().containsKey("artifacts")
                || !job.job().afterScript().items().isEmpty();
        return !last && (commands || words || outputs);
    }

    private Effect effect(Unit unit) {
        return Effect.of(unit.command(), text(unit));
    }

    /** A variable that is set beside one build, as in a condition, and used after it. */
    private Optional<String> assigned() {
        Set<Unit> trailing = Units.trailing(units);
        for (Unit unit : units) {
            if (unit.build().isPresent() || trailing.contains(unit)) {
                Set<String> names = new LinkedHashSet<>();
                collect(unit.command(), names);
                for (String name : names) {
                    Pattern used = Pattern.compile("\\$\\{?" + name + "\\b");
                    boolean isUsed = units.stream()
                            .filter(other -> other.start() >= unit.end())
                            .anyMatch(other -> used.matcher(text(other)).find());
                    if (isUsed) {
                        return Optional.of("'%s' is set beside one build and used after it".formatted(name));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a command sets in its own shell, with all that is run in there. */
    private static void collect(Command command, Set<String> names) {
        switch (command) {
            case Command.Simple simple -> collect(simple, names);
            case Command.For loop -> names.add(loop.variable());
            default -> {}
        }
        if (!(command instanceof Command.Subshell) && !isPiped(command)) {
            Commands.children(command).forEach(child -> collect(child, names));
        }
    }

    private static boolean isPiped(Command command) {
        return command instanceof Command.Pipeline pipeline && pipeline.stages().size() > 1;
    }

    private static void collect(Command.Simple simple, Set<String> names) {
        if (simple.words().isEmpty() || simple.name().filter(SETTING::contains).isPresent()) {
            simple.assignments().forEach(assignment -> names.add(assignment.name()));
            simple.words().stream()
                    .skip(1)
                    .flatMap(word -> word.literal().stream())
                    .map(word -> word.replaceFirst("=.*", ""))
                    .filter(word -> word.matches("[A-Za-z_]\\w*"))
                    .forEach(names::add);
        }
    }

    private Optional<String> others() {
        return later(0).filter(unit -> unit.build().isEmpty() && effect(unit) == Effect.UNKNOWN)
                .findFirst()
                .map(unit -> "'%s' would run in one of the jobs only".formatted(excerpt(unit)));
    }

    /** The units after a build. */
    private Stream<Unit> later(int build) {
        return units.stream()
                .dropWhile(unit ->
                        unit.build().filter(own -> own.number() == build).isEmpty())
                .skip(1);
    }

    private String text(Unit unit) {
        return text.substring(unit.start(), unit.end());
    }

    private Excerpt excerpt(Unit unit) {
        return new Excerpt(text(unit));
    }
}
