package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Executor;
import io.kanilint.kaniko.Version;
import java.util.List;
import java.util.stream.Stream;

/** The original Kaniko, archived on 3 June 2025 (README of its repository). */
public final class ArchivedImage implements Rule {
    private static final Version LAST = new Version(1, 24, 0);

    @Override
    public String id() {
        return "archived-image";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "the image is of the original Kaniko, which has been archived since June 2025 and gets no more fixes";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return KanikoImage.in(configuration, KanikoImage::span, image -> isArchived(image.executor()))
                .map(this::finding);
    }

    /** Under the old name there may be a fork, if its release is later than the last. */
    private static boolean isArchived(Executor executor) {
        return executor.isArchived()
                && executor.version()
                        .map(version -> version.compareTo(LAST) <= 0)
                        .orElse(true);
    }

    private Finding finding(KanikoImage image) {
        String message = ("%s in the image '%s' of the original Kaniko project, which was archived in June 2025: there"
                        + " are no new releases and no security fixes. A maintained fork with the same flags is"
                        + " 'ghcr.io/osscontainertools/kaniko'."
                        + " GitLab's own documentation names Docker, Buildah and Podman instead of Kaniko.")
                .formatted(image.jobsThat("runs", "run"), image.image().name());
        return new Finding(id(), severity(), image.job(), image.span(), message, List.of(), List.of());
    }
}
