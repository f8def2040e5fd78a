package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a build makes, and where that goes. */
final class Targets {
    private static final Set<String> OUTPUTS = Set.of(
            "tar-path",
            "oci-layout-path",
            "digest-file",
            "image-name-with-digest-file",
            "image-name-tag-with-digest-file");

    /** osscontainertools builds every target and pushes the first; other executors know one target, the last given. */
    private static final Version SEVERAL = new Version(1, 27, 0);

    private Targets() {}

    static boolean isOutput(FlagUse use) {
        return OUTPUTS.stream().anyMatch(use::is);
    }

    static Optional<Value> pushed(List<Value> targets, Executor executor) {
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        boolean several = executor.family() == Family.OSSCONTAINERTOOLS && executor.atLeast(SEVERAL);
        return Optional.of(several ? targets.getFirst() : targets.getLast());
    }

    /** The repository that the executor derives from its first destination. */
    static Optional<Value> cacheOf(Value destination) {
        return repository(destination).map(repository -> repository.plus(Value.of("/cache")));
    }

    /** A reference without its tag. Empty if an unknown stretch may hold that tag. */
    static Optional<Value> repository(Value reference) {
        List<Value.Piece> pieces = reference.pieces();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            switch (pieces.get(i)) {
                case Value.Text(String text) -> {
                    int colon = text.lastIndexOf(':');
                    if (colon > text.lastIndexOf('/')) {
                        var kept = new ArrayList<>(pieces.subList(0, i));
                        kept.add(new Value.Text(text.substring(0, colon)));
                        return Optional.of(new Value(kept));
                    }
                    if (text.contains("/")) {
                        return i == pieces.size() - 1 || hasNoTag(pieces.subList(i + 1, pieces.size()))
                                ? Optional.of(reference)
                                : Optional.empty();
                    }
                }
                case Value.Unknown _ -> {
                    // the tag may still be written out before it
                }
            }
        }
        return hasNoTag(pieces) ? Optional.of(reference) : Optional.empty();
    }

    /** GitLab's own repository names hold no tag. */
    private static boolean hasNoTag(List<Value.Piece> pieces) {
        return pieces.stream()
                .allMatch(piece -> !(piece instanceof Value.Unknown(String name))
                        || name.equals("CI_REGISTRY_IMAGE")
                        || name.startsWith("CI_PROJECT_"));
    }
}
