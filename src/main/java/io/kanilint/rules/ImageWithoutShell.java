package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.fix.DebugTag;
import io.kanilint.kaniko.Answer;
import java.util.List;
import java.util.stream.Stream;

/** A Kaniko image that holds the executor and nothing else (kaniko's own {@code deploy/Dockerfile}): no script can run in it. */
public final class ImageWithoutShell implements Rule {

    @Override
    public String id() {
        return "image-without-shell";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "the Kaniko image has no shell, so GitLab cannot run the job's script in it";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return KanikoImage.in(
                        configuration,
                        KanikoImage::span,
                        image -> image.executor().hasShell() == Answer.NO)
                .map(this::finding);
    }

    private Finding finding(KanikoImage image) {
        String message = ("%s a script in the image '%s', which has no shell: it holds the Kaniko executor and nothing"
                        + " that could read a script. GitLab runs every script with the shell of the image, so the job"
                        + " stops before its first command. Kaniko's images with '-debug' in the tag have a shell.")
                .formatted(image.jobsThat("runs", "run"), image.image().name());
        return new Finding(
                id(),
                severity(),
                image.job(),
                image.span(),
                message,
                List.of(),
                DebugTag.of(image.image(), image.executor()).stream().toList());
    }
}
