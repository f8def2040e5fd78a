package io.kanilint.rules;

import java.util.List;

/** Every rule, the most important first: the table of contents. */
public final class Rules {
    public static final List<Rule> ALL = List.of(
            new MultiBuildJob(),
            new IncompleteCleanup(),
            new IgnoredBuildFailure(),
            new ParallelBuild(),
            new PoisonedCache(),
            new UnknownFlag(),
            new UnavailableFlag(),
            new BooleanFlagValue(),
            new InvalidFlagValue(),
            new MissingDestination(),
            new CacheWithoutRepository(),
            new DuplicateDestination(),
            new ImageWithoutShell(),
            new EntrypointNotCleared(),
            new KanikoDirMoved(),
            new CredentialsOutsideKaniko(),
            new OutputOutsideProject(),
            new EmptyTag(),
            new ShellAfterCleanup(),
            new SharedCacheRepository(),
            new SecretInBuildArgument(),
            new InsecureRegistry(),
            new ForcedOutsideContainer(),
            new DeprecatedFlag(),
            new ArchivedImage(),
            new FloatingImageTag(),
            new LossySnapshotMode(),
            new UnreadableConfiguration());

    private Rules() {}
}
