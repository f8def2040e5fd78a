package io.kanilint.review;

import io.kanilint.gitlab.ChangedFile;
import io.kanilint.gitlab.CiLint;
import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import io.kanilint.pipeline.ChildPipeline;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlException;
import io.kanilint.yaml.YamlLimits;
import io.kanilint.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The changed files that can be part of the CI configuration without being its main file: included files, and scripts that
 * jobs run. Most merge requests have none by their names alone, and then GitLab is not asked.
 *
 * @param scripts files named like shell scripts, or with neither an extension nor a capital letter: a script may be called
 *     {@code ci/build}, but {@code Dockerfile} and {@code LICENSE} are none, and would cost a call in most merge requests
 */
record Suspects(List<ChangedFile> included, List<ChangedFile> scripts) {
    private static final Pattern YAML = Pattern.compile("(?is).+\\.ya?ml");
    private static final Pattern SCRIPT =
            Pattern.compile("(?s)(.*/)?([^/]+\\.(?i:sh|bash|ash|dash|ksh|env)|[a-z0-9_-]+)");
    private static final Pattern RUNS_A_SCRIPT = Pattern.compile("(?i)\\.(sh|bash|ash|dash|ksh)\\b");

    static Suspects among(List<ChangedFile> changes) {
        return new Suspects(matching(changes, YAML), matching(changes, SCRIPT));
    }

    private static List<ChangedFile> matching(List<ChangedFile> changes, Pattern name) {
        return changes.stream()
                .filter(file -> name.matcher(file.newPath()).matches()
                        || name.matcher(file.oldPath()).matches())
                .toList();
    }

    boolean none() {
        return included.isEmpty() && scripts.isEmpty();
    }

    Stream<String> paths() {
        return Stream.concat(included.stream(), scripts.stream())
                .flatMap(file -> Stream.of(file.oldPath(), file.newPath()));
    }

    /**
     * Whether they may be part of it after all, asked of GitLab in one call: it lists what is included and shows what the
     * jobs run. What it cannot tell has to be read.
     */
    boolean remain(GitLab gitlab, long projectId, String headSha) {
        Optional<CiLint> answer = lint(gitlab, projectId, headSha);
        if (answer.isEmpty() || !answer.get().valid()) {
            return true;
        }
        CiLint lint = answer.get();
        if (startsAnother(lint.mergedYaml())) {
            return true;
        }
        // What is gone or has moved away is missing at the head, and may have been included before.
        boolean include = included.stream()
                .anyMatch(file ->
                        file.deleted() || file.renamed() || lint.localFiles().contains(file.newPath()));
        boolean script = (!scripts.isEmpty()
                        && RUNS_A_SCRIPT.matcher(lint.mergedYaml()).find())
                || scripts.stream().anyMatch(file -> names(lint, file.oldPath()) || names(lint, file.newPath()));
        return include || script;
    }

    /** Of a child pipeline GitLab tells the file alone: neither what that includes, nor what its jobs run. */
    private static boolean startsAnother(String mergedYaml) {
        try {
            return YamlReader.read(new Source("", mergedYaml), YamlLimits.DEFAULT).documents().stream()
                    .anyMatch(ChildPipeline::isStartedIn);
        } catch (YamlException _) {
            return true;
        }
    }

    private static boolean names(CiLint lint, String path) {
        return lint.mergedYaml().contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Optional<CiLint> lint(GitLab gitlab, long projectId, String headSha) {
        try {
            return Optional.of(gitlab.commits(projectId).lint(headSha));
        } catch (GitLabException _) {
            return Optional.empty();
        }
    }
}
