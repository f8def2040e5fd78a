package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import io.kanilint.pipeline.Job;
import io.kanilint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The variables by which a job knows its own name. */
final class JobNameUse {
    private static final List<String> NAMES = List.of("CI_JOB_NAME_SLUG", "CI_JOB_NAME");

    private JobNameUse() {}

    /** The one that a job uses: in its commands, in the keywords that count for it, or in a variable that it uses. */
    static Optional<String> of(JobBuilds builds) {
        Job job = builds.job();
        String used = Stream.of(
                        Stream.of(
                                job.script().text().text(),
                                job.afterScript().text().text(),
                                job.span().text()),
                        job.keywords().values().stream()
                                .map(YamlNode::target)
                                .map(node -> node.span().text()),
                        builds.all().stream().flatMap(build -> build.words().stream()))
                .flatMap(text -> text)
                .collect(Collectors.joining("\n"));
        return NAMES.stream().filter(name -> isUsed(name, used, job)).findFirst();
    }

    private static boolean isUsed(String name, String used, Job job) {
        var holding = new ArrayList<>(List.of(name));
        for (int i = 0; i < holding.size(); i++) {
            Pattern held = word(holding.get(i));
            if (held.matcher(used).find()) {
                return true;
            }
            job.variables().entrySet().stream()
                    .filter(variable -> variable.getValue().values().stream()
                            .anyMatch(value -> held.matcher(value).find()))
                    .map(variable -> variable.getKey())
                    .filter(variable -> !holding.contains(variable))
                    .forEach(holding::add);
        }
        return false;
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
    }
}
