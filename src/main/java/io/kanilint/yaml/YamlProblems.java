package io.kanilint.yaml;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in plain words what SnakeYAML found wrong. */
final class YamlProblems {
    private YamlProblems() {}

    static String describe(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "" : e.getProblem();
        String context = e.getContext() == null ? "" : e.getContext();
        if (problem.contains("'\\t(TAB)'")) {
            return "a tab where only blanks may indent";
        }
        if (problem.contains("mapping values are not allowed here")) {
            return "a second ': ' on this line; put the text in quotes";
        }
        if (context.contains("quoted scalar") && problem.contains("unexpected end of stream")) {
            return "a quote is opened and never closed";
        }
        if (context.contains("simple key") || problem.contains("could not find expected ':'")) {
            return "a key without a colon, or a line with the wrong indentation";
        }
        if (context.contains("block mapping") || context.contains("block collection")) {
            return "the indentation does not fit the lines above";
        }
        if (problem.contains("cannot start any token")) {
            return "this character cannot start a text; put the text in quotes";
        }
        return problem.isEmpty() ? context.strip() : problem.strip();
    }
}
