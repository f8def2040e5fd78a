package io.kanilint.kaniko;

import io.kanilint.shell.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which executor an image holds, told by the image's name. */
public record Executor(ImageReference image, Family family) {
    /** Chainguard publishes the images of its fork to customers only; the community builds some from its source. */
    private static final Map<String, Family> REPOSITORIES = Map.of(
            "kaniko-project/executor", Family.UPSTREAM,
            "osscontainertools/kaniko", Family.OSSCONTAINERTOOLS,
            "martizih/kaniko", Family.OSSCONTAINERTOOLS,
            "mzihlmann/kaniko", Family.OSSCONTAINERTOOLS,
            "chainguard-dev/kaniko/executor", Family.CHAINGUARD,
            "chainguard-dev-kaniko/executor", Family.CHAINGUARD,
            "chainguard-forks/kaniko/executor", Family.CHAINGUARD,
            "chainguard/kaniko", Family.CHAINGUARD,
            "chainguard/kaniko-fips", Family.CHAINGUARD);

    /** Behind no name at all, or none that could be read. */
    public static final Executor UNKNOWN = of("");

    private static final Value ON = Value.of("1");
    private static final Version LAST_UPSTREAM = new Version(1, 24, 0);
    private static final Version ALPINE_PRESERVES = new Version(1, 27, 4);
    private static final Version ALPINE_CLEANS_UP = new Version(1, 27, 5);

    /** From an image's name in which known variables are replaced and unknown ones stand as {@code ${NAME}}. */
    public static Executor of(String image) {
        var reference = ImageReference.parse(image);
        return new Executor(reference, family(reference));
    }

    private static Family family(ImageReference image) {
        // customers of Chainguard have a path of their own on its registry
        if (image.registry().equals("cgr.dev") && (image.endsWith("kaniko") || image.endsWith("kaniko-fips"))) {
            return Family.CHAINGUARD;
        }
        return REPOSITORIES.entrySet().stream()
                .filter(repository -> image.endsWith(repository.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Family.UNKNOWN);
    }

    /** Its release. Empty if the tag names none, or if the image is home-made: then its tag says nothing about kaniko. */
    public Optional<Version> version() {
        return family == Family.UNKNOWN ? Optional.empty() : image.version();
    }

    /** Whether it is this release or a later one. A release that is not known counts as the latest. */
    public boolean atLeast(Version version) {
        return family == Family.UNKNOWN
                || image.latestVersion().map(own -> own.compareTo(version) >= 0).orElse(true);
    }

    /** Whether the image has a shell, without which GitLab can run no script in it. */
    public Answer hasShell() {
        if (family == Family.UNKNOWN) {
            return Answer.UNKNOWN;
        }
        if (Stream.of("debug", "bootstrap", "alpine", "dev").anyMatch(image::hasWord)) {
            return Answer.YES;
        }
        boolean said =
                image.tagIsKnown() && (!image.tag().isEmpty() || image.digest().isEmpty());
        return said ? Answer.NO : Answer.UNKNOWN;
    }

    /** Whether the name may stand for another image tomorrow. */
    public Answer isFloating() {
        if (!image.digest().isEmpty() || image.version().isPresent() || namesCommit()) {
            return Answer.NO;
        }
        String last = image.tag().isEmpty() ? image.path() : image.tag();
        return last.isEmpty() || last.contains("$") ? Answer.UNKNOWN : Answer.YES;
    }

    private boolean namesCommit() {
        return image.tag().matches("(.*-)?[0-9a-f]{40}(-.*)?");
    }

    /**
     * Whether nobody mends it any more: the original project's executor, or another of its images, such as the warmer. Under
     * the old name there may be a fork, if its release is later than the last.
     */
    public boolean isArchived() {
        return (family == Family.UPSTREAM || image.isOf("kaniko-project"))
                && image.version()
                        .map(version -> version.compareTo(LAST_UPSTREAM) <= 0)
                        .orElse(true);
    }

    /** A full system around the executor, which such an image therefore always cleans away before it builds. */
    public boolean isAlpine() {
        return family == Family.OSSCONTAINERTOOLS && image.hasWord("alpine");
    }

    /** The variables that the image sets, as far as they matter to the executor. */
    public Map<String, Value> environment() {
        var variables = new HashMap<String, Value>();
        if (family != Family.UNKNOWN && !image.hasWord("slim")) {
            variables.put("DOCKER_CONFIG", Value.of("/kaniko/.docker/"));
        }
        if (isAlpine() && atLeast(ALPINE_PRESERVES)) {
            variables.put("KANIKO_PRE_CLEANUP", ON);
            variables.put("KANIKO_PRESERVE_CONTEXT", ON);
        }
        if (isAlpine() && atLeast(ALPINE_CLEANS_UP)) {
            variables.put("KANIKO_CLEANUP", ON);
        }
        return variables;
    }
}
