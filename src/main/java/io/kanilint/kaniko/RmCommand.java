package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import io.kanilint.shell.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code rm}.
 *
 * @param recursive whether directories go with all that is in them; else they stay
 * @param operands paths from the root
 * @param relative paths from the working directory
 * @param unclear whether there are others, which are not known
 */
record RmCommand(boolean recursive, List<PathPattern> operands, List<PathPattern> relative, boolean unclear)
        implements Removal {
    private static final String KANIKO = "/kaniko";

    static RmCommand of(List<Field> arguments) {
        boolean recursive = false;
        boolean options = true;
        boolean unclear = false;
        var operands = new ArrayList<PathPattern>();
        var relative = new ArrayList<PathPattern>();
        for (Field argument : arguments) {
            String word = argument.known().orElse("");
            if (options && word.equals("--")) {
                options = false;
            } else if (options && word.startsWith("-")) {
                recursive |= word.equals("--recursive") || word.matches("-[a-zA-Z]*[rR][a-zA-Z]*");
            } else if (argument.value().isKnown()) {
                boolean absolute = argument.value().knownStart().startsWith("/");
                (absolute ? operands : relative).add(PathPattern.of(argument.value(), argument.many()));
            } else {
                unclear |= mayLeadToKaniko(argument.value());
            }
        }
        return new RmCommand(recursive, List.copyOf(operands), List.copyOf(relative), unclear);
    }

    /** GitLab's own variables do not: what they begin is in the project. */
    private static boolean mayLeadToKaniko(Value operand) {
        String start = operand.knownStart();
        boolean projects = operand.pieces().getFirst() instanceof Value.Unknown(String name) && name.startsWith("CI_");
        return !projects && (KANIKO.startsWith(start) || start.startsWith(KANIKO));
    }

    @Override
    public boolean mayRemove(String path) {
        return unclear || names(relative, path);
    }

    @Override
    public boolean removes(String path) {
        return names(operands, path);
    }

    private boolean names(List<PathPattern> operands, String path) {
        List<String> parts = PathPattern.parts(path);
        for (int length = recursive ? 1 : parts.size(); length <= parts.size(); length++) {
            List<String> candidate = parts.subList(0, length);
            if (operands.stream().anyMatch(operand -> operand.matches(candidate))) {
                return true;
            }
        }
        return false;
    }
}
