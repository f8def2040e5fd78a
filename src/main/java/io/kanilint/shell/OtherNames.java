package io.kanilint.shell;

import java.util.List;
import java.util.Optional;

/** Other names for programs: aliases, which BusyBox and dash know in scripts too, and copies of what is watched. */
final class OtherNames {
    private OtherNames() {}

    /** {@code alias name='program flags'}. */
    static State alias(List<Field> words, State state) {
        State after = state;
        for (Field word : words.subList(1, words.size())) {
            String text = word.known().orElse("");
            int equals = text.indexOf('=');
            if (equals > 0) {
                after = name(text.substring(0, equals), text.substring(equals + 1), after);
            }
        }
        return after;
    }

    /** {@code cp program name}, {@code ln -s program name}: the name by itself is found on the PATH. */
    static State copy(List<Field> words, Watch watch, State state) {
        State after = state.with(state.knowledge().forgetFiles());
        List<Field> operands = words.stream()
                .skip(1)
                .filter(word -> !word.value().knownStart().startsWith("-"))
                .toList();
        Optional<String> target = operands.size() == 2 ? operands.get(1).known() : Optional.empty();
        if (target.isEmpty() || !watch.watches(operands.subList(0, 1))) {
            return after;
        }
        String program = operands.getFirst().known().orElse("");
        String path = target.get().endsWith("/") ? target.get() + Wrappers.baseName(program) : target.get();
        return name(Wrappers.baseName(path), program, name(path, program, after));
    }

    private static State name(String name, String text, State state) {
        var body = new Env.Body(ShellParser.parse(text + " \"$@\""), Optional.empty());
        return state.with(state.env().define(name, body));
    }
}
