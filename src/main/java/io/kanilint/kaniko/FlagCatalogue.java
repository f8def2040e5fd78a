package io.kanilint.kaniko;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every flag that a tool of kaniko knows, in any release of any family. */
public final class FlagCatalogue {
    public static final FlagCatalogue EXECUTOR;
    public static final FlagCatalogue WARMER;

    /** No flag's name is nearly as long. */
    private static final int LONGEST = 60;

    /** The last releases that the table was made from. */
    private static final Map<Family, Version> LAST = Map.of(
            Family.UPSTREAM, new Version(1, 24, 0),
            Family.OSSCONTAINERTOOLS, new Version(1, 28, 3),
            Family.CHAINGUARD, new Version(1, 25, 16));

    /** The executor's subcommands; none of them builds. */
    private static final Map<String, Releases> COMMANDS;

    private static final Map<String, OtherFlag> OTHERS;

    static {
        var table = new FlagTable();
        COMMANDS = table.commands;
        OTHERS = table.others;
        EXECUTOR = new FlagCatalogue(table.executor);
        WARMER = new FlagCatalogue(table.warmer);
    }

    private final Map<String, Flag> byName;

    private FlagCatalogue(Map<String, Flag> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    public Collection<Flag> flags() {
        return byName.values();
    }

    /** The flag of that name, written without dashes. */
    public Optional<Flag> flag(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<Flag> shorthand(char letter) {
        String shorthand = String.valueOf(letter);
        for (Flag flag : byName.values()) {
            if (flag.shorthand().equals(shorthand)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }

    /**
     * The flag that was probably meant by a name that does not exist. Of two spellings of one flag that are equally near,
     * today's. None is named without a good reason: short names, distant ones, those between two flags, and those that say
     * the opposite have no neighbour.
     */
    public Optional<Flag> nearest(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        int reach = Math.min(3, name.length() / 3);
        List<Flag> near = byName.values().stream()
                .filter(flag -> !flag.isHidden())
                .filter(flag -> Math.abs(name.length() - flag.name().length()) <= 2 * reach)
                .filter(flag -> Spelling.distance(name, flag.name()) <= reach)
                .filter(flag -> Spelling.negates(name) == Spelling.negates(flag.name()))
                .sorted(Comparator.<Flag>comparingInt(flag -> Spelling.distance(name, flag.name()))
                        .thenComparing(flag -> !flag.today().equals(flag.name())))
                .toList();
        return near.stream()
                .findFirst()
                .filter(first -> near.stream()
                        .filter(flag -> !flag.today().equals(first.today()))
                        .noneMatch(
                                flag -> Spelling.distance(name, flag.name()) == Spelling.distance(name, first.name())));
    }

    /** What to say of a flag that belongs to another tool, such as {@code no-cache}; dashes and case do not count. */
    public static Optional<OtherFlag> other(String name) {
        OtherFlag other = OTHERS.get(name);
        return other != null || name.length() > LONGEST || name.length() == 1
                ? Optional.ofNullable(other)
                : OTHERS.values().stream()
                        .filter(one -> Spelling.plain(one.name()).equals(Spelling.plain(name)))
                        .findFirst();
    }

    /** Whether an executor is of a release whose flags are in the table. */
    public static boolean covers(Executor executor) {
        Version last = LAST.get(executor.family());
        return last == null
                || executor.version()
                        .map(version -> version.compareTo(last) <= 0)
                        .orElse(true);
    }

    /** Which executors have a subcommand. */
    public static Optional<Releases> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }
}
