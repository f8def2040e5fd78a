package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a container still holds of earlier builds.
 *
 * @param image whether the files of an image that was built still lie in the root file system
 * @param failure the same of a build that ended with an error
 * @param files what lies in kaniko's own directory and can reach the next build
 * @param doubtful those of the files that may have been removed
 * @param directory that directory; empty if it is not known
 */
public record Leftovers(Answer image, Answer failure, Set<WorkFile> files, Set<WorkFile> doubtful, String directory) {
    /** In a container that has not built yet. */
    public static final Leftovers NONE = new Leftovers(Answer.NO, Answer.NO, Set.of(), Set.of(), "/kaniko");

    /** From here on osscontainertools clears {@link WorkFile#STAGE_FILES} before it writes them. */
    private static final Version FRESH_STAGES = new Version(1, 25, 6);

    /** From here on its {@code --cleanup} runs after failures too, and empties kaniko's directory. */
    private static final Version CLEANS_DIRECTORY = new Version(1, 26, 5);

    private static final List<String> SYSTEM = List.of("/usr/lib/file", "/usr/local/lib/file");

    private static final Flag PRE_CLEANUP =
            FlagCatalogue.EXECUTOR.flag("pre-cleanup").orElseThrow();

    /** How much that is, in one word. */
    public enum Extent {
        NOTHING,
        /** At most a {@code Dockerfile.dockerignore}, which matters only if this build has one and the next has not. */
        IGNORE_FILE,
        UNDER_KANIKO,
        EVERYTHING,
        /** Not all that was said to a build or about removing files is known. */
        UNKNOWN
    }

    public Leftovers {
        files = Set.copyOf(files);
        doubtful = Set.copyOf(doubtful);
    }

    /**
     * What lies here after a build that began with these.
     *
     * @param failed whether it ended with an error
     */
    public Leftovers after(KanikoArguments build, Executor executor, boolean failed) {
        boolean fork = executor.family() == Family.OSSCONTAINERTOOLS;
        boolean thorough = fork && executor.atLeast(CLEANS_DIRECTORY);
        boolean emptied = thorough && build.cleanup() == Answer.YES && emptiesDirectory(build);
        var lying = EnumSet.of(WorkFile.IGNORE_FILE);
        if (!emptied) {
            lying.addAll(files);
            lying.addAll(fork ? EnumSet.of(WorkFile.DEPENDENCIES, WorkFile.LAYERS) : Set.of());
            lying.addAll(EnumSet.of(WorkFile.STAGE_FILES, WorkFile.STAGES));
            if (isRemote(build.context().knownStart())) {
                lying.add(WorkFile.CONTEXT);
            }
        }
        Answer cleaned = failed && !thorough ? Answer.NO : build.cleanup();
        return new Leftovers(
                unless(cleaned, failed ? image : Answer.YES),
                unless(cleaned, failed ? Answer.YES : failure),
                lying,
                Set.of(),
                build.kanikoDirectory().known().orElse(""));
    }

    private static Answer unless(Answer cleaned, Answer lying) {
        return switch (cleaned) {
            case YES -> Answer.NO;
            case NO -> lying;
            case UNKNOWN -> lying == Answer.YES ? Answer.UNKNOWN : lying;
        };
    }

    /** The switch is on by default (osscontainertools 1.28.3). */
    private static boolean emptiesDirectory(KanikoArguments build) {
        return build.environment("FF_KANIKO_CLEAN_KANIKO_DIR")
                .map(value -> FlagUse.isOn(value) != Answer.NO)
                .orElse(true);
    }

    private static boolean isRemote(String context) {
        return context.contains("://") && !context.startsWith("dir://");
    }

    /** What the next build meets, given what it does before it builds. */
    public Leftovers metBy(KanikoArguments next, Executor executor) {
        var met = EnumSet.noneOf(WorkFile.class);
        met.addAll(files);
        if (executor.family() == Family.OSSCONTAINERTOOLS && executor.atLeast(FRESH_STAGES)) {
            met.retainAll(Set.of(WorkFile.IGNORE_FILE, WorkFile.CONTEXT));
        }
        Answer cleaned = PRE_CLEANUP.releases().include(executor) == Answer.NO ? Answer.NO : next.preCleanup();
        var doubts = EnumSet.noneOf(WorkFile.class);
        doubts.addAll(doubtful);
        doubts.retainAll(met);
        return new Leftovers(unless(cleaned, image), unless(cleaned, failure), met, doubts, directory);
    }

    /**
     * What is left after a command that is no build: people wipe kaniko's directory by {@code rm} or {@code find}. Who
     * deletes the system's folders wants all of the image gone; whether it is cannot be told.
     */
    public Leftovers after(List<Field> command) {
        Removal removal = Removal.of(command);
        if (image == Answer.YES && SYSTEM.stream().allMatch(removal::removes)) {
            Answer failed = failure == Answer.YES ? Answer.UNKNOWN : failure;
            return new Leftovers(Answer.UNKNOWN, failed, files, doubtful, directory).after(command);
        }
        if (files.isEmpty() || removal instanceof Removal.Nothing) {
            return this;
        }
        var kept = EnumSet.copyOf(files);
        kept.removeIf(file -> !directory.isEmpty() && file.isRemovedBy(removal, directory));
        var doubts = EnumSet.copyOf(files);
        doubts.retainAll(kept);
        doubts.removeIf(file -> !doubtful.contains(file) && !file.mayBeRemovedBy(removal, directory));
        return new Leftovers(image, failure, kept, doubts, directory);
    }

    public Extent extent() {
        if (image == Answer.YES || failure == Answer.YES) {
            return Extent.EVERYTHING;
        }
        return image == Answer.UNKNOWN || failure == Answer.UNKNOWN ? Extent.UNKNOWN : extentOfFiles();
    }

    private Extent extentOfFiles() {
        var certain = EnumSet.noneOf(WorkFile.class);
        certain.addAll(files);
        certain.removeAll(doubtful);
        Extent least = extent(certain);
        return least == extent(files) ? least : Extent.UNKNOWN;
    }

    private static Extent extent(Set<WorkFile> files) {
        if (files.isEmpty()) {
            return Extent.NOTHING;
        }
        return files.equals(Set.of(WorkFile.IGNORE_FILE)) ? Extent.IGNORE_FILE : Extent.UNDER_KANIKO;
    }
}
