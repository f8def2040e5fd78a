package io.kanilint.shell;

import java.util.List;
import java.util.Map;

/**
 * What a shell really did with a script.
 *
 * @param trial the environment that the engine was not told
 * @param output what the shell and its programs printed, for people
 */
record RealRun(String shell, Map<String, String> trial, List<RealCall> calls, boolean failed, String output) {

    /**
     * A run of the executor.
     *
     * @param arguments without the program
     * @param environment those of {@link #WATCHED} that were exported
     */
    record RealCall(List<String> arguments, Map<String, String> environment, boolean failed) {

        RealCall {
            arguments = List.copyOf(arguments);
            environment = Map.copyOf(environment);
        }
    }

    /** Variables that the executor writes down. */
    static final List<String> WATCHED = List.of("A", "B", "C", "x", "y", "z");

    /** The end of one word, of one call. */
    static final char WORD = '\u001f';

    static final char CALL = '\u001e';

    RealRun {
        trial = Map.copyOf(trial);
        calls = List.copyOf(calls);
    }

    /** All that counts as one text, so that a pattern can be laid over it. */
    String text() {
        var text = new StringBuilder();
        for (RealCall call : calls) {
            text.append(call.failed() ? 'F' : 'O');
            for (String name : WATCHED) {
                String value = call.environment().get(name);
                text.append(value == null ? "" : "=" + value).append(WORD);
            }
            call.arguments().forEach(argument -> text.append(argument).append(WORD));
            text.append(CALL);
        }
        return text.append(failed ? "failed" : "ended").toString();
    }
}
