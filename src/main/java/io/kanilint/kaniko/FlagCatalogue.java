package io.kanilint.kaniko;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** Every flag that a tool of kaniko knows, in any release of any family. */
public final class FlagCatalogue {
    public static final FlagCatalogue EXECUTOR;
    public static final FlagCatalogue WARMER;

    /** No flag's name is nearly as long. */
    private static final int LONGEST = 60;

    /** The executor's subcommands; none of them builds. */
    private static final Map<String, Releases> COMMANDS;

    private static final Map<String, Boolean> FEATURES;
    private static final Map<String, OtherFlag> OTHERS;

    static {
        var table = new FlagTable();
        COMMANDS = table.commands;
        FEATURES = table.features;
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
     * The flag that was probably meant by a name that does not exist. Of two that are equally near, the one with today's
     * spelling. None is named without a good reason: short names and distant ones have no neighbour.
     */
    public Optional<Flag> nearest(String name) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        int reach = Math.min(3, name.length() / 3);
        return byName.values().stream()
                .filter(flag -> !flag.isHidden())
                .filter(flag -> Math.abs(name.length() - flag.name().length()) <= 2 * reach)
                .filter(flag -> Spelling.distance(name, flag.name()) <= reach)
                .min(Comparator.<Flag>comparingInt(flag -> Spelling.distance(name, flag.name()))
                        .thenComparing(flag -> !flag.today().equals(flag.name())));
    }

    /** What to say of a flag that belongs to another tool, such as {@code no-cache}. */
    public static Optional<OtherFlag> other(String name) {
        return Optional.ofNullable(OTHERS.get(name));
    }

    /** Which executors have a subcommand. */
    public static Optional<Releases> command(String name) {
        return Optional.ofNullable(COMMANDS.get(name));
    }

    /** The default of a switch such as {@code FF_KANIKO_CLEAN_KANIKO_DIR} in the latest release of osscontainertools. */
    public static Optional<Boolean> feature(String name) {
        return Optional.ofNullable(FEATURES.get(name));
    }
}
