package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.shell.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of a job's commands each of the new jobs runs. What prepares all builds goes to all, what stands between two
 * builds to the later one and, where later builds may need it, to those after it too; what hangs on a build by {@code &&}
 * to that one, and a condition that builds hang on to those; what comes after the last build to the last.
 */
final class Shares {
    private static final Pattern ABSOLUTE =
            Pattern.compile("cd +[\"']?(?:/|\\$CI_PROJECT_DIR\\b|\\$\\{CI_PROJECT_DIR})[^\\s;&|]*");
    private static final Pattern FOLDER = Pattern.compile("cd +[^\\s;&|`(]+");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export +)?([A-Za-z_]\\w*)=(.*)", Pattern.DOTALL);

    private final List<Unit> units;
    private final String text;
    private final int builds;
    private final Set<Unit> trailing;

    Shares(List<Unit> units, String text, int builds) {
        this.units = units;
        this.text = text;
        this.builds = builds;
        this.trailing = Units.trailing(units);
    }

    /** The units that the job of one build does without. */
    Set<Unit> without(Build build) {
        var kept = new ArrayList<Unit>();
        int seen = 0;
        for (Unit unit : units) {
            if (asksFor(unit) ? hanging(unit).contains(build) : belongs(unit, seen, build.number())) {
                kept.add(unit);
            }
            seen += unit.build().isPresent() ? 1 : 0;
        }
        for (int i = kept.size() - 2; i >= 0; i--) {
            if (isUndone(kept, i)) {
                kept.remove(i);
            }
        }
        kept.removeIf(Foreground::isLeftOut);
        var without = new HashSet<>(units);
        kept.forEach(without::remove);
        return without;
    }

    /** Whether a unit only asks whether builds that hang on it are to be made. */
    private boolean asksFor(Unit unit) {
        return unit.build().isEmpty()
                && Condition.is(unit.command())
                && !hanging(unit).isEmpty();
    }

    private List<Build> hanging(Unit unit) {
        return Units.hanging(units, unit);
    }

    private boolean belongs(Unit unit, int seen, int build) {
        if (unit.build().isPresent()) {
            return seen == build;
        }
        if (trailing.contains(unit)) {
            return seen - 1 == build || (seen - 1 < build && isLasting(unit));
        }
        if (seen == 0 || seen >= builds) {
            return seen == 0 || build == builds - 1;
        }
        return seen == build || (seen < build && isLasting(unit));
    }

    private static boolean isLasting(Unit unit) {
        return Effect.of(unit.command()) == Effect.INSIDE
                || (unit.command() instanceof Command.Simple simple
                        && simple.name()
                                .filter(Set.of("source", ".", "alias")::contains)
                                .isPresent());
    }

    /** Whether nothing uses what a command does before a later one undoes it: another folder, another value. */
    private boolean isUndone(List<Unit> kept, int at) {
        String command = text(kept.get(at));
        boolean folder = ABSOLUTE.matcher(command).matches();
        Optional<String> name = assigned(command);
        for (Unit next : kept.subList(at + 1, kept.size())) {
            String other = text(next);
            boolean uses = name.filter(variable -> mentions(other, variable)).isPresent();
            boolean movesOn = ABSOLUTE.matcher(other).matches() && !uses;
            Optional<String> assigned = assigned(other).filter(_ -> !uses);
            if (folder ? movesOn : name.isPresent() && assigned.equals(name)) {
                return isBuildBetween(kept.get(at), next);
            }
            boolean passes = assigned.isPresent()
                    || movesOn
                    || (!folder && !uses && FOLDER.matcher(other).matches());
            if (!passes) {
                return false;
            }
        }
        return false;
    }

    private boolean isBuildBetween(Unit unit, Unit next) {
        return units.subList(units.indexOf(unit), units.indexOf(next)).stream()
                .anyMatch(between -> between.build().isPresent());
    }

    private static boolean mentions(String command, String variable) {
        return command.contains("$" + variable) || command.contains("${" + variable);
    }

    private String text(Unit unit) {
        return text.substring(unit.start(), unit.end()).strip();
    }

    private static Optional<String> assigned(String command) {
        Matcher assignment = ASSIGNMENT.matcher(command);
        return assignment.matches()
                        && !command.contains("$(")
                        && !command.contains("`")
                        && isOneWord(assignment.group(2))
                ? Optional.of(assignment.group(1))
                : Optional.empty();
    }

    private static boolean isOneWord(String value) {
        return value.matches("[^\\s;&|\"']*|\"[^\"]*\"|'[^']*'");
    }
}
