package io.kanilint.rules;

import io.kanilint.kaniko.Answer;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.BuildRun;
import io.kanilint.kaniko.DockerfileUse;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KanikoArguments;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.Value;
import io.kanilint.shell.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which Dockerfiles the builds of a job read. */
final class BuiltFrom {
    /** Of one finding. */
    private static final int MOST = 3;

    private BuiltFrom() {}

    /** Those of the build before the first that starts on leftovers, of that, and of the next; none if one is not known. */
    static List<DockerfileUse> of(JobBuilds job, List<BuildRun> made, Build first, ScriptFiles files) {
        var uses = new ArrayList<DockerfileUse>();
        for (int i = 1; i < made.size() && uses.size() < MOST; i++) {
            boolean started = !uses.isEmpty();
            if (!started && !made.get(i).build().equals(first)) {
                continue;
            }
            Optional<DockerfileUse> before = started ? Optional.of(uses.getLast()) : use(job, made.get(i - 1), files);
            Optional<DockerfileUse> own =
                    made.get(i).met().image() == Answer.YES ? use(job, made.get(i), files) : Optional.empty();
            if (before.isEmpty() || own.isEmpty()) {
                break;
            }
            if (!started) {
                uses.add(before.get());
            }
            uses.add(own.get());
        }
        return uses;
    }

    private static Optional<DockerfileUse> use(JobBuilds job, BuildRun run, ScriptFiles files) {
        Build build = run.build();
        KanikoArguments arguments = build.arguments();
        var paths = ProjectPaths.of(job, build, files);
        List<String> dockerfiles = paths.dockerfiles(build);
        Optional<Value> target = arguments.target();
        Optional<Map<String, String>> given = given(arguments.buildArguments());
        boolean known = arguments.isComplete()
                && !run.concurrent()
                && !dockerfiles.isEmpty()
                && given.isPresent()
                && target.map(Value::isKnown).orElse(true)
                && dockerfiles.stream().noneMatch(path -> isNamedElsewhere(job, path));
        return known
                ? Optional.of(new DockerfileUse(
                        dockerfiles,
                        target.flatMap(Value::known),
                        paths.context(build),
                        given.get(),
                        arguments.isSet("cache") != Answer.NO,
                        build.destinations()))
                : Optional.empty();
    }

    /** Empty if one has no known name. What is not known has a {@code $} in it. */
    private static Optional<Map<String, String>> given(List<Value> arguments) {
        var given = new HashMap<String, String>();
        for (Value argument : arguments) {
            String start = argument.knownStart();
            int end = start.indexOf('=');
            if (end < 0 && !argument.isKnown()) {
                return Optional.empty();
            }
            given.put(
                    end < 0 ? start : start.substring(0, end),
                    argument.known()
                            .filter(_ -> end >= 0)
                            .map(text -> text.substring(end + 1))
                            .orElse("$"));
        }
        return Optional.of(given);
    }

    /** A script that names a Dockerfile elsewhere than as a build's may write it. */
    static boolean isNamedElsewhere(JobBuilds job, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Commands.simple(job.commands())
                .filter(command -> command.words().stream()
                        .noneMatch(word -> word.pattern().contains("executor")))
                .flatMap(BuiltFrom::texts)
                .anyMatch(text -> text.contains(name));
    }

    private static Stream<String> texts(Command.Simple command) {
        return Stream.concat(
                        command.words().stream(),
                        command.redirections().stream().map(Redirection::target))
                .map(Word::pattern);
    }
}
