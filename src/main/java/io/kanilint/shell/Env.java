package io.kanilint.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a running shell has: variables, functions, options. Immutable.
 *
 * @param variables by name; empty for one that was unset
 * @param exported names of variables that new processes get
 * @param arrays Bash's arrays, each as the fields of {@code "${name[@]}"}
 * @param arguments {@code $1} and on
 * @param locals what the caller's variables of these names were, to be put back when the function ends
 * @param closed whether variables that are not listed are unset; if not, they are unknown
 * @param folder the working folder, relative to where everything started, if known
 */
record Env(
        Map<String, Optional<Value>> variables,
        Set<String> exported,
        Map<String, List<Field>> arrays,
        List<Field> arguments,
        Map<String, Body> functions,
        Map<String, Optional<Value>> locals,
        boolean errexit,
        boolean pipefail,
        boolean closed,
        Optional<String> folder) {

    /** A function's body and the text it is written in. */
    record Body(Command command, Frame frame) {}

    static Env of(Situation situation) {
        var variables = new HashMap<String, Optional<Value>>();
        situation.variables().forEach((name, value) -> variables.put(name, Optional.of(value)));
        return new Env(
                Map.copyOf(variables),
                Set.copyOf(variables.keySet()),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                situation.errexit(),
                situation.pipefail(),
                situation.closed(),
                Optional.of(""));
    }

    /** A variable's value; empty if it is certainly unset. */
    Optional<Value> value(String name) {
        Optional<Value> value = variables.get(name);
        if (value != null) {
            return value;
        }
        return closed ? Optional.empty() : Optional.of(Value.unknown(name));
    }

    Env set(String name, Value value) {
        return withVariables(changed(variables, map -> map.put(name, Optional.of(value))));
    }

    Env unset(String name) {
        Env without = withVariables(changed(variables, map -> map.put(name, Optional.empty())));
        return without.withArrays(changed(arrays, map -> map.remove(name)));
    }

    /** The variable as it was in another environment. */
    Env restore(String name, Env before) {
        Env restored = withVariables(changed(variables, map -> {
            Optional<Value> value = before.variables.get(name);
            if (value == null) {
                map.remove(name);
            } else {
                map.put(name, value);
            }
        }));
        return before.exported.contains(name) ? restored : restored.unexport(name);
    }

    private Env unexport(String name) {
        var names = new HashSet<>(exported);
        names.remove(name);
        return new Env(
                variables, Set.copyOf(names), arrays, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    Env export(String name) {
        var names = new HashSet<>(exported);
        names.add(name);
        return new Env(
                variables, Set.copyOf(names), arrays, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    Env setArray(String name, List<Field> fields) {
        return withArrays(changed(arrays, map -> map.put(name, List.copyOf(fields))));
    }

    Env define(String name, Body body) {
        return withFunctions(changed(functions, map -> map.put(name, body)));
    }

    Env withoutFunctions() {
        return functions.isEmpty() ? this : withFunctions(Map.of());
    }

    Env withFunctionsOf(Env other) {
        return withFunctions(other.functions);
    }

    Env withArguments(List<Field> list) {
        return new Env(
                variables, exported, arrays, List.copyOf(list), functions, locals, errexit, pipefail, closed, folder);
    }

    Env withErrexit(boolean on) {
        return new Env(variables, exported, arrays, arguments, functions, locals, on, pipefail, closed, folder);
    }

    Env withPipefail(boolean on) {
        return new Env(variables, exported, arrays, arguments, functions, locals, errexit, on, closed, folder);
    }

    Env in(Optional<String> newFolder) {
        return new Env(variables, exported, arrays, arguments, functions, locals, errexit, pipefail, closed, newFolder);
    }

    /** Makes a variable local to the running function: its present value comes back at the end. */
    Env local(String name) {
        if (locals.containsKey(name)) {
            return this;
        }
        Optional<Value> before =
                variables.getOrDefault(name, closed ? Optional.empty() : Optional.of(Value.unknown(name)));
        return withLocals(changed(locals, map -> map.put(name, before)));
    }

    /** The shell inside a function that is called with some arguments. */
    Env enter(List<Field> list) {
        return withArguments(list).withLocals(Map.of());
    }

    /** The caller's shell after a function ended in this one. */
    Env leave(Env caller) {
        var restored = new HashMap<>(variables);
        restored.putAll(locals);
        return withVariables(Map.copyOf(restored)).withLocals(caller.locals).withArguments(caller.arguments);
    }

    /** What a new process finds: the exported variables, and no function or option of ours. */
    Env process(List<Field> list) {
        Map<String, Optional<Value>> kept = variables.entrySet().stream()
                .filter(entry -> exported.contains(entry.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Env(kept, exported, Map.of(), List.copyOf(list), Map.of(), Map.of(), false, false, closed, folder);
    }

    private Env withVariables(Map<String, Optional<Value>> map) {
        return new Env(map, exported, arrays, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    private Env withArrays(Map<String, List<Field>> map) {
        return new Env(variables, exported, map, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    private Env withFunctions(Map<String, Body> map) {
        return new Env(variables, exported, arrays, arguments, map, locals, errexit, pipefail, closed, folder);
    }

    private Env withLocals(Map<String, Optional<Value>> map) {
        return new Env(variables, exported, arrays, arguments, functions, map, errexit, pipefail, closed, folder);
    }

    private static <V> Map<String, V> changed(Map<String, V> map, Consumer<Map<String, V>> change) {
        var copy = new HashMap<>(map);
        change.accept(copy);
        return Map.copyOf(copy);
    }
}
