package io.kanilint.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a running shell has: variables, functions, options. Immutable; its maps share what they have in common with those
 * they were changed from, so that an assignment costs the same in a shell of ten and of ten thousand variables.
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
        SharedMap<Optional<Value>> variables,
        SharedMap<Boolean> exported,
        SharedMap<List<Field>> arrays,
        List<Field> arguments,
        SharedMap<Body> functions,
        SharedMap<Optional<Value>> locals,
        boolean errexit,
        boolean pipefail,
        boolean closed,
        Optional<String> folder) {

    private static final Pattern INDEXED = Pattern.compile("\\[[^]]*]\\+?=");

    /** Of a shell that has ended. */
    static final Env ENDED = of(Situation.NOWHERE);

    /**
     * What a name stands for.
     *
     * @param frame the text it is written in; empty for another name of a program, whose place is where that is used
     */
    record Body(Command command, Optional<Frame> frame) {}

    static Env of(Situation situation) {
        SharedMap<Optional<Value>> variables = SharedMap.empty();
        SharedMap<Boolean> exported = SharedMap.empty();
        for (Map.Entry<String, Value> variable : situation.variables().entrySet()) {
            variables = variables.plus(variable.getKey(), Optional.of(variable.getValue()));
            exported = exported.plus(variable.getKey(), true);
        }
        return new Env(
                variables,
                exported,
                SharedMap.empty(),
                List.of(),
                SharedMap.empty(),
                SharedMap.empty(),
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
        List<Field> array = arrays.get(name);
        if (array != null) {
            var fields = new ArrayList<>(array);
            fields.subList(0, Math.min(1, fields.size())).clear();
            fields.addFirst(new Field(value, array.stream().anyMatch(Field::many)));
            return setArray(name, fields);
        }
        return withVariables(variables.plus(name, Optional.of(value)));
    }

    Env unset(String name) {
        return withVariables(variables.plus(name, Optional.empty())).withArrays(arrays.minus(name));
    }

    /** The variable as it was in another environment. */
    Env restore(String name, Env before) {
        Optional<Value> value = before.variables.get(name);
        Env restored = withVariables(value == null ? variables.minus(name) : variables.plus(name, value));
        return before.exported.contains(name) ? restored : restored.withExported(restored.exported.minus(name));
    }

    Env export(String name) {
        return withExported(exported.plus(name, true));
    }

    /** With all variables unset that new processes would get. */
    Env withoutExported() {
        Env env = this;
        for (String name : exported.names()) {
            env = env.unset(name);
        }
        return env;
    }

    private Env withExported(SharedMap<Boolean> names) {
        return new Env(variables, names, arrays, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    List<Field> array(String name) {
        List<Field> fields = arrays.get(name);
        return fields == null ? List.of() : fields;
    }

    /** Elements that are given an index are not kept apart. */
    Env setArray(String name, List<Field> fields) {
        boolean indexed = fields.stream()
                .anyMatch(field -> INDEXED.matcher(field.value().knownStart()).lookingAt());
        List<Field> kept = indexed ? List.of(new Field(Value.unknown(name + "[]"), true)) : fields;
        return withArrays(arrays.plus(name, List.copyOf(kept)));
    }

    Env define(String name, Body body) {
        return withFunctions(functions.plus(name, body));
    }

    Env withoutFunctions() {
        return functions.isEmpty() ? this : withFunctions(SharedMap.empty());
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
        if (locals.contains(name)) {
            return this;
        }
        return withLocals(locals.plus(name, value(name)));
    }

    /** The shell inside a function that is called with some arguments. */
    Env enter(List<Field> list) {
        return withArguments(list).withLocals(SharedMap.empty());
    }

    /** The caller's shell after a function ended in this one. */
    Env leave(Env caller) {
        Env left = withVariables(variables.plusAll(locals))
                .withLocals(caller.locals)
                .withArguments(caller.arguments);
        for (String name : locals.names()) {
            boolean was = caller.exported.contains(name);
            left = left.withExported(was ? left.exported.plus(name, true) : left.exported.minus(name));
        }
        return left;
    }

    /**
     * The variables of the environment of a program, as far as they were set since everything started. Nobody knows
     * whether a variable that we set was in an environment that we do not know; one that was unset is empty.
     */
    Map<String, Value> environment() {
        var values = new HashMap<String, Value>();
        variables.forEach((name, value) -> {
            boolean named = Character.isJavaIdentifierStart(name.charAt(0));
            if (named && (exported.contains(name) || value.isEmpty())) {
                values.put(name, value.orElse(Value.EMPTY));
            } else if (named && !closed) {
                values.put(
                        name,
                        Value.unknown(name + Call.IF_EXPORTED + value.get().pattern()));
            }
        });
        return values;
    }

    /** What a new process finds: the exported variables, and no function or option of ours. */
    Env process(List<Field> list) {
        SharedMap<Optional<Value>> kept = variables;
        SharedMap<Boolean> given = exported;
        Map<String, Value> environment = environment();
        for (String name : variables.names()) {
            Value value = environment.get(name);
            boolean set = value(name).isPresent();
            kept = value == null ? kept.minus(name) : set ? kept.plus(name, Optional.of(value)) : kept;
            given = set ? given : given.minus(name);
        }
        for (String name : exported.names()) {
            // A variable that was exported and has no value is none there.
            given = variables.contains(name) ? given : given.minus(name);
        }
        return new Env(
                kept,
                given,
                SharedMap.empty(),
                List.copyOf(list),
                SharedMap.empty(),
                SharedMap.empty(),
                false,
                false,
                closed,
                folder);
    }

    private Env withVariables(SharedMap<Optional<Value>> map) {
        return new Env(map, exported, arrays, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    private Env withArrays(SharedMap<List<Field>> map) {
        return new Env(variables, exported, map, arguments, functions, locals, errexit, pipefail, closed, folder);
    }

    private Env withFunctions(SharedMap<Body> map) {
        return new Env(variables, exported, arrays, arguments, map, locals, errexit, pipefail, closed, folder);
    }

    private Env withLocals(SharedMap<Optional<Value>> map) {
        return new Env(variables, exported, arrays, arguments, functions, map, errexit, pipefail, closed, folder);
    }
}
