package io.kanilint.helm;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Secrets that lie open in what was rendered. */
final class InlineSecrets {
    private static final Pattern VARIABLE = Pattern.compile("(TOKENS?|PASSWORD|SECRET|KEYS?)$");

    /** Forms that secrets have, wherever they stand. */
    private static final Pattern FORM = Pattern.compile("glpat-|whsec_|-----BEGIN|//[^/\\s\"]*:[^/\\s\"]*@"
            + "|(?i:(token|secret|password)=)(?!changeit)[^\\s\"]|\\nkind: Secret\\n");

    private InlineSecrets() {}

    static List<String> in(Rendering rendering) {
        Stream<String> variables = rendering.pods().values().stream()
                .flatMap(pod -> Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream()))
                .map(Container::getEnv)
                .flatMap(List::stream)
                .filter(variable -> variable.getValue() != null)
                .map(EnvVar::getName)
                .filter(name -> VARIABLE.matcher(name).find());
        // The script that reads certificates names their first line.
        String text =
                rendering.text().replace("-----BEGIN\\ CERTIFICATE-----", "").replace("-----BEGIN CERT", "");
        return Stream.concat(
                        variables,
                        FORM.matcher(text).results().map(found -> found.group().strip()))
                .toList();
    }
}
