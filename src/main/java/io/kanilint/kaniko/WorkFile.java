package io.kanilint.kaniko;

import java.util.stream.Stream;

/**
 * What kaniko keeps in its own directory, and what may reach a later build from there.
 *
 * <p>The copy of the Dockerfile is not among them: each build overwrites it.
 */
public enum WorkFile {
    /** Files for {@code COPY --from}, by the number of the stage. */
    STAGE_FILES,
    /** Images of stages. */
    STAGES,
    /** Files for {@code COPY --from}, as osscontainertools lays them out. */
    DEPENDENCIES,
    /** Layers, as osscontainertools lays them out. */
    LAYERS,
    /** A cloned or unpacked remote context. */
    CONTEXT,
    /** An ignore file beside the Dockerfile; it applies to later builds that have none. */
    IGNORE_FILE;

    boolean isRemovedBy(Removal removal, String directory) {
        return samples().allMatch(sample -> removal.removes(directory + "/" + sample));
    }

    /** Whether all of it may be gone: who removes some numbers may know that there are no others. */
    boolean mayBeRemovedBy(Removal removal, String directory) {
        return samples().allMatch(removal::mayRemove)
                || samples().anyMatch(sample -> removal.removes(directory + "/" + sample));
    }

    private Stream<String> samples() {
        return switch (this) {
            case STAGE_FILES -> Stream.of("0/out/file", "5/out/file", "9/out/file");
            case STAGES -> Stream.of("stages/0");
            case DEPENDENCIES -> Stream.of("deps/0/out/file");
            case LAYERS -> Stream.of("layers/123456789");
            case CONTEXT -> Stream.of("buildcontext/.git/config");
            case IGNORE_FILE -> Stream.of("Dockerfile.dockerignore");
        };
    }
}
