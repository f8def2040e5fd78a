package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Names for the variables of a matrix that mean nothing yet where the job is described. */
final class VariableNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    /** What GitLab, its runner, the shell, the executor or the libraries in it give a meaning of their own. */
    private static final Pattern RESERVED = Pattern.compile(
            "(CI|GITLAB|RUNNER|KANIKO|FF|DOCKER|AWS|GOOGLE|AZURE|LC|SSL|GIT|TRACE|SECURE|AUTO_DEVOPS)(_.*)?"
                    + "|PATH|HOME|USER|PWD|OLDPWD|SHELL|IFS|ENV|TERM|LANG|TMPDIR|HOSTNAME|PS\\d|_|BASH.*"
                    + "|container|(http|https|no|all)_proxy|(HTTP|HTTPS|NO|ALL)_PROXY");

    /** Any word, but for a build argument that is given its value in words, which is no variable. */
    private static final Pattern WRITTEN = Pattern.compile("(?<!\\w)(?!(?<=build-arg[ =]['\"]?)\\w+=)\\w++");

    private final Pipeline pipeline;
    private final Job job;
    private final Set<String> given = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    VariableNames(Pipeline pipeline, Job job) {
        this.pipeline = pipeline;
        this.job = job;
    }

    static boolean isReserved(String name) {
        return !NAME.matcher(name).matches() || RESERVED.matcher(name).matches();
    }

    boolean isSet(String name) {
        return job.variables().containsKey(name);
    }

    /** The name itself, or one made of it: none that is written anywhere in the configuration. */
    String free(String wanted) {
        if (written.isEmpty()) {
            pipeline.sources()
                    .forEach(source ->
                            WRITTEN.matcher(source.text()).results().forEach(word -> written.add(word.group())));
        }
        String name = isReserved(wanted) ? "VALUE" : wanted;
        String stem = given.contains(name) || isFree(name) ? name : "BUILD_" + name;
        String free = stem;
        for (int n = 2; !isFree(free); n++) {
            free = stem + "_" + n;
        }
        given.add(free);
        return free;
    }

    private boolean isFree(String name) {
        return !given.contains(name) && !isSet(name) && !written.contains(name);
    }
}
