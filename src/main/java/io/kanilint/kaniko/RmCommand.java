package io.kanilint.kaniko;

import io.kanilint.shell.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code rm}.
 *
 * @param recursive whether directories go with all that is in them; else they stay
 */
record RmCommand(boolean recursive, List<PathPattern> operands) implements Removal {

    static RmCommand of(List<Field> arguments) {
        boolean recursive = false;
        boolean options = true;
        var operands = new ArrayList<PathPattern>();
        for (Field argument : arguments) {
            String word = argument.known().orElse("");
            if (options && word.equals("--")) {
                options = false;
            } else if (options && word.startsWith("-")) {
                recursive |= word.equals("--recursive") || word.matches("-[a-zA-Z]*[rR][a-zA-Z]*");
            } else {
                PathPattern.of(argument).ifPresent(operands::add);
            }
        }
        return new RmCommand(recursive, List.copyOf(operands));
    }

    @Override
    public boolean removes(String path) {
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
