package io.kanilint.fix;

import io.kanilint.finding.Fix;
import io.kanilint.kaniko.Executor;
import io.kanilint.kaniko.Family;
import io.kanilint.kaniko.ImageReference;
import io.kanilint.pipeline.Image;
import io.kanilint.text.Edit;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Names the variant of a Kaniko image that has a shell. */
public final class DebugTag {
    private static final Pattern RELEASE = Pattern.compile("v\\d+\\.\\d+\\.\\d+");

    /** Where the variant is known to be published; elsewhere somebody may have copied the one tag alone. */
    private static final Set<String> PUBLISHED =
            Set.of("gcr.io/kaniko-project/executor", "ghcr.io/osscontainertools/kaniko", "docker.io/martizih/kaniko");

    private DebugTag() {}

    /** Changes the tag where it is written out; empty if the variant's tag cannot be told. */
    public static Optional<Fix> of(Image image, Executor executor) {
        ImageReference reference = executor.image();
        Optional<String> tag = debugTag(executor).filter(_ -> reference.digest().isEmpty());
        String end = reference.tag().isEmpty()
                ? reference.path().substring(reference.path().lastIndexOf('/') + 1)
                : ":" + reference.tag();
        int start = image.span().text().indexOf(image.name());
        if (tag.isEmpty() || start < 0 || !image.name().endsWith(end)) {
            return Optional.empty();
        }
        int after = image.span().start() + start + image.name().length();
        int before = reference.tag().isEmpty() ? after : after - end.length();
        var written = new Span(image.span().source(), before, after);
        return Optional.of(new Fix(
                "Take the image with the tag '%s', which has a shell".formatted(tag.get()),
                PUBLISHED.contains(host(reference) + "/" + reference.path()),
                List.of(Edit.replacing(written, ":" + tag.get()))));
    }

    private static String host(ImageReference reference) {
        return reference.registry().isEmpty() ? "docker.io" : reference.registry();
    }

    private static Optional<String> debugTag(Executor executor) {
        String tag = executor.image().tag();
        if (executor.family() != Family.UPSTREAM && executor.family() != Family.OSSCONTAINERTOOLS) {
            return Optional.empty();
        }
        if (tag.isEmpty() || tag.equals("latest")) {
            return Optional.of("debug");
        }
        return RELEASE.matcher(tag).matches() ? Optional.of(tag + "-debug") : Optional.empty();
    }
}
