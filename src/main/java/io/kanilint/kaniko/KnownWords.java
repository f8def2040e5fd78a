package io.kanilint.kaniko;

import io.kanilint.shell.Call;
import io.kanilint.shell.Effort;
import io.kanilint.shell.Element;
import io.kanilint.shell.Field;
import io.kanilint.shell.ScriptFiles;
import io.kanilint.shell.ScriptWalk;
import io.kanilint.shell.ShellParser;
import io.kanilint.shell.Situation;
import io.kanilint.shell.Value;
import io.kanilint.shell.Watch;
import io.kanilint.shell.Way;
import io.kanilint.shell.Ways;
import io.kanilint.text.MappedText;
import io.kanilint.text.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out what words of a job's script come to, by giving them to a program of ours at their place and looking at it. */
public final class KnownWords {
    private static final String PROBE = "kanilint-words";
    private static final Watch WATCH =
            words -> words.getFirst().known().filter(PROBE::equals).isPresent();

    private KnownWords() {}

    /**
     * What words come to, if that is known and always the same.
     *
     * @param offset where in the script's text a command begins that could be given the words
     * @param words as written
     * @param effort what this may cost
     */
    public static Optional<List<String>> at(JobBuilds builds, int offset, String words, Effort effort) {
        return at(builds, offset, words, effort, variables(builds));
    }

    /** As {@link #at}, where nothing counts on {@code variables}, which can be others when a pipeline is started. */
    public static boolean areFixed(JobBuilds builds, int offset, String words, Effort effort) {
        return at(builds, offset, words, effort, builds.executor().environment())
                .isPresent();
    }

    private static Optional<List<String>> at(
            JobBuilds builds, int offset, String words, Effort effort, Map<String, Value> variables) {
        String script = builds.job().script().text().text();
        String probing = script.substring(0, offset) + PROBE + " " + words + "; " + script.substring(offset);
        Ways ways = ScriptWalk.through(
                MappedText.of(new Source("", probing)),
                ShellParser.parse(probing),
                Situation.ofJob(variables, ScriptFiles.NONE, ""),
                WATCH,
                effort);
        Set<Optional<List<String>>> found = new HashSet<>();
        for (Way way : ways.ways()) {
            way.elements().forEach(element -> found.add(known(element)));
        }
        return ways.complete() && found.size() == 1 ? found.iterator().next() : Optional.empty();
    }

    private static Map<String, Value> variables(JobBuilds builds) {
        Map<String, Value> variables = new HashMap<>(builds.executor().environment());
        variables.putAll(JobEnvironment.of(builds.job()).variables());
        return variables;
    }

    private static Optional<List<String>> known(Element element) {
        if (!(element instanceof Call call)) {
            return Optional.empty();
        }
        List<Field> fields = call.words().subList(1, call.words().size());
        List<String> known =
                fields.stream().flatMap(field -> field.known().stream()).toList();
        return known.size() == fields.size() ? Optional.of(known) : Optional.empty();
    }
}
