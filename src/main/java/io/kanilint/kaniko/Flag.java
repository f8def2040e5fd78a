package io.kanilint.kaniko;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A flag that some release knows.
 *
 * @param name without dashes
 * @param shorthand one letter, or empty
 * @param traits the rest of its line in {@code flags.txt}
 */
public record Flag(
        String name,
        String shorthand,
        FlagType type,
        boolean repeatable,
        Releases releases,
        Map<String, String> traits) {

    public Flag {
        traits = Map.copyOf(traits);
    }

    /** What holds without the flag; empty for most texts, {@code false} for most booleans, {@code 0} for most numbers. */
    public String defaultValue() {
        return trait("default").orElseGet(() -> switch (type.kind()) {
            case BOOL -> "false";
            case INT -> "0";
            case STRING, DURATION, PAIR, PLATFORM, CHOICE -> "";
        });
    }

    /** The environment variable that also supplies it. */
    public Optional<String> environment() {
        return trait("env").map(Flag::beforeAt);
    }

    /** Whether an executor looks at {@link #environment()}. */
    Answer readsEnvironment(Executor executor) {
        Optional<Version> since = trait("env").flatMap(Flag::release);
        if (since.isEmpty()) {
            return Answer.of(traits.containsKey("env"));
        }
        return new Releases(Map.of(Family.OSSCONTAINERTOOLS, since.get())).include(executor);
    }

    /** The name it goes by today: for an old spelling, the new one. */
    public String today() {
        return trait("use").map(Flag::beforeAt).orElse(name);
    }

    /** What to write instead, if this is an old spelling where this executor runs. */
    public Optional<String> replacement(Executor executor) {
        return trait("use")
                .filter(use -> release(use).filter(executor::atLeast).isPresent())
                .map(Flag::beforeAt);
    }

    /** The older names of this flag. */
    public Stream<Flag> spellings() {
        return FlagCatalogue.EXECUTOR.flags().stream()
                .filter(flag -> flag.today().equals(name) && !flag.name().equals(name));
    }

    /** Whether one letter at most makes the difference to a name; case and the choice of dashes do not count. */
    public boolean isOneSlipFrom(String other) {
        return Spelling.distance(name, other) <= 1;
    }

    public boolean isHidden() {
        return traits.containsKey("hidden");
    }

    private Optional<String> trait(String trait) {
        return Optional.ofNullable(traits.get(trait));
    }

    private static String beforeAt(String trait) {
        int at = trait.indexOf('@');
        return at < 0 ? trait : trait.substring(0, at);
    }

    private static Optional<Version> release(String trait) {
        return Version.parse(trait.substring(trait.indexOf('@') + 1));
    }
}
