package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Programs that run another one: finds where that one's words begin. */
final class Wrappers {

    /**
     * How a wrapper's own words look.
     *
     * @param valued options that take the next word for their value
     * @param operands how many words stand before the other program
     */
    private record Form(Set<String> valued, int operands) {}

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("time", new Form(Set.of("-o", "-f"), 0)),
            Map.entry("nohup", new Form(Set.of(), 0)),
            Map.entry("nice", new Form(Set.of("-n"), 0)),
            Map.entry("ionice", new Form(Set.of("-c", "-n"), 0)),
            Map.entry("setsid", new Form(Set.of(), 0)),
            Map.entry("stdbuf", new Form(Set.of("-i", "-o", "-e"), 0)),
            Map.entry("unbuffer", new Form(Set.of(), 0)),
            Map.entry("sudo", new Form(Set.of("-u", "-g", "-h", "-p", "-C"), 0)),
            Map.entry("doas", new Form(Set.of("-u", "-C"), 0)),
            Map.entry("su-exec", new Form(Set.of(), 1)),
            Map.entry("gosu", new Form(Set.of(), 1)),
            Map.entry("tini", new Form(Set.of("-p", "-e"), 0)),
            Map.entry("dumb-init", new Form(Set.of(), 0)),
            Map.entry("chronic", new Form(Set.of(), 0)),
            Map.entry("timeout", new Form(Set.of("-s", "-k", "--signal", "--kill-after"), 1)));

    private static final Pattern RETRY =
            Pattern.compile("(?i)([\\w./-]*[-_./])?(retry|retries|repeat|attempt)([-_.][\\w.-]*)?");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_]\\w*=.*", Pattern.DOTALL);

    private Wrappers() {}

    /** Whether a program's name says that it repeats another one until that succeeds. */
    static boolean retries(String name) {
        return RETRY.matcher(name).matches();
    }

    /** The words of the other program; empty if this is no wrapper. */
    static Optional<List<Field>> inner(List<Field> words) {
        String name = baseName(words.getFirst().known().orElse(""));
        if (name.equals("env")) {
            return Optional.of(words.subList(afterEnv(words), words.size()));
        }
        if (name.equals("timeout") && word(words, 1).equals("-t")) {
            // The older BusyBox: timeout -t SECONDS PROGRAM.
            return Optional.of(words.subList(Math.min(3, words.size()), words.size()));
        }
        Form form = FORMS.get(name);
        return form == null
                ? Optional.empty()
                : Optional.of(words.subList(
                        Math.min(afterOptions(words, 1, form.valued) + form.operands, words.size()), words.size()));
    }

    /** Index of the first word that is neither an option nor the value of one. */
    static int afterOptions(List<Field> words, int from, Set<String> valued) {
        int at = from;
        while (word(words, at).startsWith("-") && word(words, at).length() > 1) {
            String option = word(words, at++);
            if (option.equals("--")) {
                return at;
            }
            at += valued.contains(option) ? 1 : 0;
        }
        return Math.min(at, words.size());
    }

    private static int afterEnv(List<Field> words) {
        int at = afterOptions(words, 1, Set.of("-u", "--unset", "-C", "--chdir"));
        while (at < words.size()
                && ASSIGNMENT.matcher(words.get(at).value().pattern()).matches()) {
            at++;
        }
        return at;
    }

    /** The variables that {@code env} sets, by name. */
    static List<Map.Entry<String, Value>> envAssignments(List<Field> words) {
        var assignments = new ArrayList<Map.Entry<String, Value>>();
        for (Field word : words.subList(1, afterEnv(words))) {
            String start = word.value().knownStart();
            int equals = start.indexOf('=');
            if (equals > 0 && !start.startsWith("-")) {
                assignments.add(
                        Map.entry(start.substring(0, equals), word.value().from(equals + 1)));
            }
        }
        return assignments;
    }

    static String baseName(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    static String word(List<Field> words, int index) {
        return index < words.size() ? words.get(index).known().orElse("") : "";
    }
}
