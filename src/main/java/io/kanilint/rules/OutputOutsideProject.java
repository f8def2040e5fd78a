package io.kanilint.rules;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Severity;
import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.FlagUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file for others that ends with the container, or whose folder {@code --cleanup} deletes before it is written
 * (measured for tarballs, upstream 1.24.0 and osscontainertools 1.28.3; the file for a digest gets its folder back).
 */
public final class OutputOutsideProject implements Rule {
    /** Folders of the container itself; others may be mounted from outside. */
    private static final Pattern OWN =
            Pattern.compile("/(tmp|var/tmp|root|workspace|home|opt|usr|srv|kaniko)(/.*)?|/[^/]+");

    /** Paths whose folder is gone: {@code /tmp} itself is kept. */
    private static final Pattern DELETED = Pattern.compile("/(tmp/.+|root|workspace|home(/.*)?|opt|usr|srv)/[^/]+/?");

    private static final Pattern FLAG = Pattern.compile("--[\\w-]+");

    @Override
    public String id() {
        return "output-outside-project";
    }

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String summary() {
        return "a tarball, layout or digest is written where --cleanup or the end of the job deletes it";
    }

    @Override
    public Stream<Finding> check(Configuration configuration) {
        return configuration.jobs().stream().flatMap(this::check);
    }

    private Stream<Finding> check(JobBuilds job) {
        var findings = new LinkedHashMap<String, Finding>();
        for (Build build : job.all()) {
            for (FlagUse output : build.arguments().outputs()) {
                output.value()
                        .flatMap(Value::known)
                        .filter(path -> OWN.matcher(path).matches() && !path.contains("/../"))
                        .flatMap(path -> finding(job, build, output, path))
                        .ifPresent(finding -> findings.putIfAbsent(finding.span() + finding.subject(), finding));
            }
        }
        return findings.values().stream();
    }

    private Optional<Finding> finding(JobBuilds job, Build build, FlagUse output, String path) {
        boolean tarball =
                output.flag().filter(flag -> flag.today().equals("tar-path")).isPresent();
        boolean cleans =
                build.arguments().cleanup() == Answer.YES && build.arguments().preserveContext() == Answer.NO;
        if (tarball && cleans && DELETED.matcher(path).matches()) {
            String message =
                    ("`%s` of job '%s' writes the tarball into '%s', but `--cleanup` deletes that folder before"
                                    + " the tarball is written. The build then ends with 'no such file or directory'."
                                    + " Write it below `$CI_PROJECT_DIR`, which is not deleted and from where GitLab can keep it"
                                    + " as an artifact.")
                            .formatted(output.written(), job.job().name(), path.replaceFirst("/[^/]+/?$", ""));
            return Optional.of(finding(job, build, output, Severity.ERROR, message));
        }
        if (isUsed(job, path) || !build.arguments().isComplete()) {
            return Optional.empty();
        }
        String message =
                ("`%s` of job '%s' writes '%s', which ends with the job's container, and no other command of the"
                                + " job names that file. Write it below `$CI_PROJECT_DIR`: GitLab keeps artifacts from there"
                                + " only.")
                        .formatted(output.written(), job.job().name(), path);
        return Optional.of(finding(job, build, output, Severity.INFO, message));
    }

    /** Whether the scripts name the file a second time, or its folder. */
    private static boolean isUsed(JobBuilds job, String path) {
        String name = path.replaceAll("/+$", "").replaceFirst(".*/", "");
        String folder = path.replaceFirst("/[^/]+/?$", "");
        String text = FLAG.matcher(job.job().script().text().text()
                        + job.job().afterScript().text().text())
                .replaceAll("");
        boolean below = text.replace(path, "").contains(folder + "/") && !folder.isEmpty();
        return !job.unseen().isEmpty() || text.split(Pattern.quote(name), -1).length > 2 || below;
    }

    private Finding finding(JobBuilds job, Build build, FlagUse output, Severity severity, String message) {
        var place = WrittenCommand.place(job, build, output.written());
        return new Finding(id(), severity, job.job().name(), output.written(), place, message, List.of(), List.of());
    }
}
