package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The words after the executor, as it understands them.
 *
 * <p>Where a word is not known there may be flags that are not seen: {@link #isComplete} tells, and answers that could
 * turn out otherwise are {@link Answer#UNKNOWN}. A word of unknown text that is written as the value of a flag counts as
 * that one value.
 */
public final class KanikoArguments {
    private final List<FlagUse> flags;
    private final List<ExtraWord> extraWords;
    private final boolean complete;
    private final boolean help;
    private final @Nullable String command;
    private final Function<String, Optional<Value>> environment;
    private final Executor executor;

    private KanikoArguments(FlagReader reader, Function<String, Optional<Value>> environment, Executor executor) {
        this.flags = List.copyOf(reader.uses);
        this.extraWords = List.copyOf(reader.extraWords);
        this.complete = reader.complete;
        this.help = reader.help;
        this.command = reader.command;
        this.environment = environment;
        this.executor = executor;
    }

    /**
     * Reads words in any state; it never fails.
     *
     * @param environment the variables that the executor finds, those of its image among them; empty for one that is not set
     */
    public static KanikoArguments parse(
            List<Field> words, Function<String, Optional<Value>> environment, Executor executor) {
        var reader = new FlagReader(FlagCatalogue.EXECUTOR, words);
        reader.read();
        return new KanikoArguments(reader, environment, executor);
    }

    /** The flags in their order, those of no release among them. What follows a subcommand is not read. */
    public List<FlagUse> flags() {
        return flags;
    }

    /** Words that make the executor stop. */
    public List<ExtraWord> extraWords() {
        return extraWords;
    }

    /** Whether every flag is seen. */
    public boolean isComplete() {
        return complete;
    }

    /** Such as {@code version}. */
    public Optional<String> command() {
        return Optional.ofNullable(command);
    }

    /** Whether this makes an image, as far as the words say. */
    public boolean builds() {
        return command == null && !help && isSet("dryrun") != Answer.YES;
    }

    public List<FlagUse> uses(String name) {
        return flags.stream().filter(use -> use.is(name)).toList();
    }

    /** Every value of a flag, old spellings included, in order. */
    public List<Value> values(String name) {
        return uses(name).stream().map(FlagUse::value).flatMap(Optional::stream).toList();
    }

    /** The value that counts. */
    public Optional<Value> value(String name) {
        List<Value> values = values(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
    }

    /** Whether a boolean flag is on: by itself, by the environment, or by default. */
    public Answer isSet(String name) {
        List<FlagUse> uses = uses(name);
        if (!uses.isEmpty()) {
            return uses.getLast().isOn();
        }
        if (!complete) {
            return Answer.UNKNOWN;
        }
        Flag flag = FlagCatalogue.EXECUTOR.flag(name).orElseThrow();
        return supplied(flag).orElse(Answer.of(flag.defaultValue().equals("true")));
    }

    private Optional<Answer> supplied(Flag flag) {
        Answer reads = flag.readsEnvironment(executor);
        Optional<Value> value = flag.environment().flatMap(this::environment);
        if (reads == Answer.NO || value.isEmpty()) {
            return Optional.empty();
        }
        Answer on = isOn(value.get());
        return Optional.of(reads == Answer.YES || on == Answer.NO ? on : Answer.UNKNOWN);
    }

    /** What Go's ParseBool refuses counts as off. */
    private static Answer isOn(Value value) {
        return value.isKnown() ? Answer.of(FlagUse.isOn(value) == Answer.YES) : Answer.UNKNOWN;
    }

    /** A variable as the executor sees it. */
    public Optional<Value> environment(String name) {
        return environment.apply(name);
    }

    /** {@code KANIKO_NO_PUSH} overrides the flag. */
    public Answer noPush() {
        return environment("KANIKO_NO_PUSH").map(KanikoArguments::isOn).orElseGet(() -> isSet("no-push"));
    }

    public Answer cleanup() {
        return isSet("cleanup");
    }

    public Answer preCleanup() {
        return isSet("pre-cleanup");
    }

    public Answer preserveContext() {
        return isSet("preserve-context");
    }

    public List<Value> destinations() {
        return values("destination");
    }

    /** As given; a relative one is looked up in the working directory, then in the context. */
    public Value dockerfile() {
        return orDefault("dockerfile");
    }

    public Value context() {
        return orDefault("context");
    }

    /** The stage that is pushed. Empty for the last one of the Dockerfile. */
    public Optional<Value> target() {
        return Targets.pushed(values("target"), executor);
    }

    public List<Value> buildArguments() {
        return values("build-arg");
    }

    /** Where kaniko itself lives: the flag, {@code KANIKO_DIR}, or {@code /kaniko}. */
    public Value kanikoDirectory() {
        return value("kaniko-dir").or(() -> environment("KANIKO_DIR")).orElseGet(() -> orDefault("kaniko-dir"));
    }

    private Value orDefault(String name) {
        return value(name)
                .orElseGet(() ->
                        Value.of(FlagCatalogue.EXECUTOR.flag(name).orElseThrow().defaultValue()));
    }

    /** Files and directories that it writes for others: tarballs, layouts, digests. */
    public List<FlagUse> outputs() {
        return flags.stream().filter(Targets::isOutput).toList();
    }

    /**
     * Where cached layers go, whether or not the cache is on: {@code --cache-repo}, which with {@code oci:} before it
     * is a directory, else {@code /cache} under the first destination. Empty if that cannot be told.
     */
    public Optional<Value> cacheRepository() {
        return value("cache-repo")
                .filter(value -> !value.equals(Value.EMPTY))
                .or(() -> destinations().stream().findFirst().flatMap(Targets::cacheOf));
    }

    /** Whether it is sure to push layers to a cache repository. A folder of the container ends with the job. */
    public boolean pushesLayers() {
        return isSet("cache") == Answer.YES
                && isSet("no-push-cache") == Answer.NO
                && cacheRepository()
                        .filter(repository -> repository.knownStart().startsWith("oci:"))
                        .isEmpty();
    }
}
