package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import java.util.List;
import java.util.stream.Stream;

/** A tag such as {@code debug} or {@code latest}, which is moved from release to release. */
public final class FloatingImageTag implements Rule {

    @Override
    public String id() {
        return "floating-image-tag";
    }

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String summary() {
        return "the Kaniko image's tag names no release, so the job can run another version from one day to the next";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return KanikoImage.in(
                        configuration,
                        KanikoImage::span,
                        image -> image.executor().isFloating() == Answer.YES)
                .map(this::finding);
    }

    private Finding finding(KanikoImage image) {
        String tag = image.executor().image().tag();
        String message = ("%s in the Kaniko image '%s', %s. Such a tag can be moved to another release, so the job can"
                        + " build with another version than the one it was tested with, without any change here."
                        + " Name a release (a tag such as v1.2.3-debug) or a digest.")
                .formatted(
                        image.jobsThat("runs", "run"),
                        image.image().name(),
                        tag.isEmpty()
                                ? "which has no tag and so means 'latest'"
                                : "whose tag '%s' names no release".formatted(tag));
        return new Finding(id(), severity(), image.job(), image.span(), message, List.of(), List.of());
    }
}
