package io.kanilint.kaniko;

import io.kanilint.pipeline.Image;
import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Variable;
import io.kanilint.shell.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that a job's scripts start with, as far as the configuration tells. GitLab puts variables into one another;
 * those that the configuration does not set, and those that differ among the instances of a matrix, stay unknown.
 */
final class JobEnvironment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$|\\$\\{(\\w+)}|\\$(\\w+)");
    private static final int DEEPEST = 10;

    private final Map<String, Variable> variables;
    private final Map<String, String> instance;
    private final Set<String> differing = new HashSet<>();
    private final Map<String, Value> known = new HashMap<>();

    private JobEnvironment(Job job, Map<String, String> instance) {
        this.variables = job.variables();
        this.instance = instance;
        job.matrix().forEach(one -> differing.addAll(one.keySet()));
        differing.removeAll(instance.keySet());
    }

    static JobEnvironment of(Job job) {
        return of(job, Map.of());
    }

    /**
     * That of one instance of a job with a matrix.
     *
     * @param instance the variables that tell it from others; none if it can be any
     */
    static JobEnvironment of(Job job, Map<String, String> instance) {
        var environment = new JobEnvironment(job, instance);
        job.variables().keySet().forEach(name -> environment.known.put(name, environment.value(name, 0)));
        environment.differing.forEach(name -> environment.known.put(name, Value.unknown(name)));
        return environment;
    }

    Map<String, Value> variables() {
        return known;
    }

    /** The image's reference, variables put in; unknown ones stay as {@code ${NAME}}. */
    String name(Image image) {
        return expand(image.name(), 0).pattern();
    }

    private Value value(String name, int depth) {
        Variable variable = variables.get(name);
        if (variable == null || differing.contains(name) || depth > DEEPEST) {
            return Value.unknown(name);
        }
        return Optional.ofNullable(instance.get(name))
                .or(variable::value)
                .map(text -> variable.expand() ? expand(text, depth + 1) : Value.of(text))
                .orElseGet(() -> Value.unknown(name));
    }

    private Value expand(String text, int depth) {
        Value value = Value.EMPTY;
        Matcher reference = REFERENCE.matcher(text);
        int at = 0;
        while (reference.find()) {
            value = value.plus(Value.of(text.substring(at, reference.start())));
            String braced = reference.group(1);
            String plain = reference.group(2);
            String name = braced != null ? braced : plain != null ? plain : "";
            value = value.plus(name.isEmpty() ? Value.of("$") : value(name, depth));
            at = reference.end();
        }
        return value.plus(Value.of(text.substring(at)));
    }
}
