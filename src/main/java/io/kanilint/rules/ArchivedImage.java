package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/** The original Kaniko and its tools, archived on 3 June 2025 (README of its repository). */
public final class ArchivedImage implements Rule {

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
        return KanikoImage.inAll(
                        configuration,
                        KanikoImage::span,
                        image -> image.executor().isArchived())
                .map(this::finding);
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
