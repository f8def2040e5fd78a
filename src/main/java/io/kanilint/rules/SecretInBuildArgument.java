package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A secret handed to a build as an ordinary build argument. Told by names alone, so only by those that leave no doubt. */
public final class SecretInBuildArgument implements Rule {
    /** Of a value that is a variable's own, or a default; and of one that a command prints, which has no name. */
    private static final Pattern SOURCE = Pattern.compile("([A-Za-z_]\\w*)(?::?[-?=].*)?|(\\$\\().*", Pattern.DOTALL);

    @Override
    public String id() {
        return "secret-in-build-argument";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String summary() {
        return "a secret is passed by --build-arg, which does not keep it out of the image";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream()
                .flatMap(job -> job.all().stream()
                        .flatMap(build -> build.arguments().uses("build-arg").stream()
                                .flatMap(use -> use.value().flatMap(SecretInBuildArgument::secret).stream()
                                        .map(secret -> finding(job, build, use, secret)))))
                .filter(Places.once());
    }

    /** The name that tells, of {@code NAME=value} or of a {@code NAME} whose value comes from the environment. */
    private static Optional<String> secret(Value argument) {
        String start = argument.knownStart();
        int equals = start.indexOf('=');
        String name = equals < 0 ? argument.known().orElse("") : start.substring(0, equals);
        if (name.isEmpty() || SecretName.isPublic(name)) {
            return Optional.empty();
        }
        if (equals < 0) {
            return Optional.of(name).filter(SecretName::isSecret);
        }
        List<String> variables = argument.pieces().stream()
                .filter(Value.Unknown.class::isInstance)
                .map(piece -> SOURCE.matcher(((Value.Unknown) piece).name()))
                .filter(Matcher::matches)
                .map(source -> source.group(1) == null ? "" : source.group(1))
                .toList();
        return variables.stream()
                .filter(SecretName::isSecret)
                .map(variable -> "$" + variable)
                .findFirst()
                .or(() -> Optional.of(name)
                        .filter(_ -> variables.stream().anyMatch(variable -> !SecretName.isPublic(variable)))
                        .filter(SecretName::isSecret));
    }

    private Finding finding(JobBuilds job, Build build, FlagUse use, String secret) {
        String message = ("Job '%s' passes %s to the build by --build-arg, and its name says that it is a secret."
                        + " A build argument is an ordinary variable of every RUN: what a step writes with it, such as"
                        + " an .npmrc, stays in a layer that anybody who can pull the image can read."
                        + " Put the secret into a file under /kaniko, which never becomes part of an image, and read"
                        + " it there in the RUN that needs it.")
                .formatted(job.job().name(), secret);
        return new Finding(
                id(),
                severity(),
                job.job().name(),
                secret,
                new FlagPlace(job, build, use).wholeSpan(),
                message,
                List.of(),
                List.of());
    }
}
