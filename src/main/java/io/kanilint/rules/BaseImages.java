package io.kanilint.rules;

import io.kanilint.fix.Bases;
import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.Dockerfile;
import io.kanilint.kaniko.Dockerfile.Instruction;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.Value;
import io.kanilint.text.Source;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The images that Dockerfiles start from or copy from, as far as they can be read. */
final class BaseImages {
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)(?::?-([^}$]*))?})");
    private static final String COPIED = "--from=";

    private BaseImages() {}

    static Bases of(JobBuilds job, ScriptFiles files) {
        return build -> ProjectPaths.of(job, build, files).dockerfiles(build).stream()
                .filter(path -> !BuiltFrom.isNamedElsewhere(job, path))
                .flatMap(path -> read(files, path).stream())
                .findFirst()
                .flatMap(file -> Dockerfile.of(file.text()))
                .flatMap(dockerfile -> images(dockerfile, build));
    }

    private static Optional<Source> read(ScriptFiles files, String path) {
        try {
            return files.read(path);
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> images(Dockerfile dockerfile, Build build) {
        Map<String, String> values = values(dockerfile, build);
        return dockerfile
                .upTo(build.arguments().target().flatMap(Value::known))
                .map(stages -> stages.stream()
                        .flatMap(stage -> Stream.concat(
                                Stream.of(stage.from()),
                                stage.instructions().stream()
                                        .map(Instruction::flags)
                                        .flatMap(List::stream)
                                        .filter(flag -> flag.startsWith(COPIED))
                                        .map(flag -> flag.substring(COPIED.length()))))
                        .map(image -> resolved(image, values))
                        .toList());
    }

    /** Of the arguments before the first stage. */
    private static Map<String, String> values(Dockerfile dockerfile, Build build) {
        var values = new HashMap<String, String>();
        dockerfile.head().stream()
                .filter(instruction -> instruction.keyword().equals("ARG"))
                .flatMap(instruction -> instruction.words().stream())
                .map(word -> word.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0], parts[1].replaceAll("^\"|\"$", "")));
        build.arguments().buildArguments().stream()
                .map(value -> value.pattern().split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> values.put(parts[0], parts[1]));
        return values;
    }

    private static String resolved(String image, Map<String, String> values) {
        return VARIABLE.matcher(image).replaceAll(found -> {
            String name = found.group(1) == null ? found.group(2) : found.group(1);
            String otherwise = found.group(3) == null ? "${" + name + "}" : found.group(3);
            return Matcher.quoteReplacement(values.getOrDefault(name, otherwise));
        });
    }
}
