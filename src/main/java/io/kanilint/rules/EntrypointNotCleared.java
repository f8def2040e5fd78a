package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.fix.ClearedEntrypoint;
import io.kanilint.pipeline.Image;
import java.util.List;
import java.util.stream.Stream;

/** The entry point of Kaniko's images is the executor, which a runner then starts with its shell command as arguments. */
public final class EntrypointNotCleared implements Rule {

    @Override
    public String id() {
        return "entrypoint-not-cleared";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the Kaniko image keeps the executor as its entry point, so the job's script can fail to start";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return KanikoImage.in(configuration, KanikoImage::use, EntrypointNotCleared::startsExecutor)
                .map(image -> finding(configuration, image));
    }

    /** What the alpine images of the fork start is not known. */
    private static boolean startsExecutor(KanikoImage image) {
        Image written = image.image();
        return !image.executor().isAlpine()
                && written.entrypoint()
                        .map(words -> !words.isEmpty() && words.getFirst().equals("/kaniko/executor"))
                        .orElse(true);
    }

    private Finding finding(Configuration configuration, KanikoImage image) {
        String message = ("%s in the image '%s', whose entry point is the Kaniko executor itself. A runner that starts"
                        + " jobs with the image's entry point, as the Docker executor of GitLab Runner does, hands its"
                        + " shell command to Kaniko, and the script is never run."
                        + " Clear the entry point: entrypoint: [\"\"].")
                .formatted(image.jobsThat("runs", "run"), image.image().name());
        return new Finding(
                id(),
                severity(),
                image.job(),
                image.use(),
                message,
                List.of(),
                ClearedEntrypoint.of(configuration.pipeline().contents(), image.value()).stream()
                        .toList());
    }
}
