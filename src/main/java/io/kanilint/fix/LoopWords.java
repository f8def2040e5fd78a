package io.kanilint.fix;

import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.KnownWords;
import io.kanilint.shell.Command;
import io.kanilint.shell.Effort;
import io.kanilint.shell.HereDocument;
import io.kanilint.shell.Redirection;
import io.kanilint.shell.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out what a loop goes over: the words of {@code for}, the lines of a here-document that {@code read} reads. */
final class LoopWords {
    /** Values that are the same in a matrix as in a loop: no variables to put in, no blanks to lose. */
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e&&[^$\\\\\"]]+");

    private final JobBuilds builds;
    private final String script;
    private final Effort effort;

    LoopWords(JobBuilds builds, Effort effort) {
        this.builds = builds;
        this.script = builds.job().script().text().text();
        this.effort = effort;
    }

    Optional<WordLoop> of(Command command) {
        return switch (command) {
            case Command.For loop -> of(loop);
            case Command.Redirected(Command.Loop loop, List<Redirection> redirections, int start, int end) ->
                of(loop, redirections, start, end);
            default -> Optional.empty();
        };
    }

    private Optional<WordLoop> of(Command.For loop) {
        List<Word> words = loop.words().orElse(List.of());
        boolean select = script.startsWith("select", loop.start());
        if (words.isEmpty() || loop.body().items().isEmpty() || select) {
            return Optional.empty();
        }
        int end = words.getLast().end();
        String written = script.substring(words.getFirst().start(), end);
        return KnownWords.at(builds, loop.start(), written, effort)
                .filter(LoopWords::areDifferent)
                .map(values -> new WordLoop(
                        loop.start(),
                        end,
                        loop.body(),
                        loop.end(),
                        loop.end(),
                        List.of(MatrixEntry.of(loop.variable(), values)),
                        KnownWords.areFixed(builds, loop.start(), written, effort)));
    }

    private static boolean areDifferent(List<String> values) {
        return values.size() > 1
                && new HashSet<>(values).size() == values.size()
                && values.stream().allMatch(value -> VALUE.matcher(value).matches());
    }

    /** {@code while read -r a b; do … done <<EOF}, where every line has a word for each variable. */
    private Optional<WordLoop> of(Command.Loop loop, List<Redirection> redirections, int start, int end) {
        Optional<HereDocument> document =
                redirections.size() == 1 ? redirections.getFirst().document() : Optional.empty();
        List<String> variables = loop.until() || loop.body().items().isEmpty() ? List.of() : read(loop.condition());
        if (document.isEmpty() || variables.isEmpty()) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<String>>();
        int from = document.get().body().start();
        int to = document.get().body().end();
        for (String line : script.substring(from, to).lines().toList()) {
            List<String> row = List.of(line.strip().split("[ \\t]+"));
            boolean fits = row.size() == variables.size()
                    && row.stream().allMatch(value -> VALUE.matcher(value).matches() && !value.contains("`"));
            if (!fits) {
                return Optional.empty();
            }
            rows.add(row);
        }
        int delimiter = script.indexOf('\n', to);
        int last = delimiter < 0 ? script.length() : delimiter;
        int condition = loop.condition().items().getLast().command().end();
        boolean known = rows.size() > 1 && new HashSet<>(rows).size() == rows.size() && to > from;
        return known
                ? Optional.of(new WordLoop(start, condition, loop.body(), end, last, entries(variables, rows), true))
                : Optional.empty();
    }

    /** The variables of a plain {@code read}. */
    private static List<String> read(Command.Sequence condition) {
        if (condition.items().size() != 1
                || !(condition.items().getFirst().command() instanceof Command.Simple simple)
                || !simple.assignments().isEmpty()
                || !simple.redirections().isEmpty()
                || simple.name().filter("read"::equals).isEmpty()) {
            return List.of();
        }
        List<String> words = simple.words().stream().skip(1).map(Word::pattern).toList();
        List<String> names = words.isEmpty() || !words.getFirst().equals("-r") ? words : words.subList(1, words.size());
        boolean plain = names.stream().allMatch(name -> name.matches("[A-Za-z_]\\w*"))
                && new HashSet<>(names).size() == names.size();
        return plain ? names : List.of();
    }

    private static List<MatrixEntry> entries(List<String> variables, List<List<String>> rows) {
        if (variables.size() == 1) {
            return List.of(MatrixEntry.of(
                    variables.getFirst(), rows.stream().map(List::getFirst).toList()));
        }
        return rows.stream()
                .map(row -> {
                    var cell = new LinkedHashMap<String, String>();
                    for (int i = 0; i < row.size(); i++) {
                        cell.put(variables.get(i), row.get(i));
                    }
                    return MatrixEntry.cell(cell);
                })
                .toList();
    }
}
