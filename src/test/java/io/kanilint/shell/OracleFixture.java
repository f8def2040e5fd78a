package io.kanilint.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A case of the oracle as a text file. Its head has lines such as {@code plan: 010}; {@code known: NAME='value'} for each
 * variable that the engine is told, {@code trial:} for each environment to try, with {@code with: NAME='value'} lines. Then
 * the parts of the script and the files, each under a line that begins with {@code ---}.
 */
final class OracleFixture {
    private static final String ITEM = "--- item";
    private static final String FILE = "--- file ";

    private OracleFixture() {}

    static String write(OracleCase given) {
        var text = new StringBuilder();
        text.append("closed: ").append(given.closed()).append("\nbash: ").append(given.bash());
        text.append("\nerrexit: ")
                .append(given.errexit())
                .append("\npipefail: ")
                .append(given.pipefail());
        text.append("\nplan: ")
                .append(given.plan())
                .append("\nexact: ")
                .append(given.exact())
                .append('\n');
        variables(text, "known", given.known());
        for (Map<String, String> trial : given.trials()) {
            text.append("trial:\n");
            variables(text, "with", trial);
        }
        for (String item : given.items()) {
            text.append(ITEM).append('\n').append(item.strip()).append('\n');
        }
        new TreeMap<>(given.files())
                .forEach((path, content) -> text.append(FILE)
                        .append(path)
                        .append('\n')
                        .append(content.strip())
                        .append('\n'));
        return text.toString();
    }

    private static void variables(StringBuilder text, String key, Map<String, String> variables) {
        new TreeMap<>(variables).forEach((name, value) -> text.append("%s: %s='%s'\n".formatted(key, name, value)));
    }

    static OracleCase read(String text) {
        var head = new LinkedHashMap<String, String>();
        var known = new TreeMap<String, String>();
        var trials = new ArrayList<Map<String, String>>();
        var parts = new ArrayList<StringBuilder>();
        var names = new ArrayList<String>();
        for (String line : text.lines().toList()) {
            if (line.startsWith("---")) {
                names.add(line);
                parts.add(new StringBuilder());
            } else if (!parts.isEmpty()) {
                parts.getLast().append(line).append('\n');
            } else {
                String[] pair = line.split(": ?", 2);
                switch (pair[0]) {
                    case "known" -> variable(pair[1], known);
                    case "trial" -> trials.add(new TreeMap<>());
                    case "with" -> variable(pair[1], trials.getLast());
                    default -> head.put(pair[0], pair.length > 1 ? pair[1].strip() : "");
                }
            }
        }
        List<String> items = new ArrayList<>();
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).toString();
            if (names.get(i).startsWith(FILE)) {
                files.put(names.get(i).substring(FILE.length()), part);
            } else {
                items.add(part.strip());
            }
        }
        return new OracleCase(
                items,
                files,
                known,
                trials.isEmpty() ? List.of(Map.of()) : trials,
                is(head, "closed"),
                is(head, "bash"),
                is(head, "errexit"),
                is(head, "pipefail"),
                head.getOrDefault("plan", ""),
                is(head, "exact"));
    }

    private static boolean is(Map<String, String> head, String key) {
        return Boolean.parseBoolean(head.getOrDefault(key, "true"));
    }

    private static void variable(String assignment, Map<String, String> variables) {
        int equals = assignment.indexOf('=');
        variables.put(assignment.substring(0, equals), assignment.substring(equals + 2, assignment.length() - 1));
    }
}
