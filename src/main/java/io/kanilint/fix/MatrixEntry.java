package io.kanilint.fix;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An entry of a {@code parallel: matrix:}, which makes a job for each combination of its values.
 *
 * @param columns the values of each variable, in order
 */
record MatrixEntry(SequencedMap<String, List<String>> columns) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

    /** What YAML takes for something else than a text, in one version or another. */
    private static final Set<String> OTHER = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    static MatrixEntry of(String variable, List<String> values) {
        var columns = new LinkedHashMap<String, List<String>>();
        columns.put(variable, List.copyOf(values));
        return new MatrixEntry(columns);
    }

    /** One that makes a single job. */
    static MatrixEntry cell(SequencedMap<String, String> values) {
        var columns = new LinkedHashMap<String, List<String>>();
        values.forEach((name, value) -> columns.put(name, List.of(value)));
        return new MatrixEntry(columns);
    }

    long size() {
        return columns.values().stream().mapToLong(List::size).reduce(1, Math::multiplyExact);
    }

    /** The length of the longest name that a job of it gets, beside that of the job itself. */
    int longestName() {
        return columns.values().stream()
                .mapToInt(
                        values -> values.stream().mapToInt(String::length).max().orElse(0) + 2)
                .sum();
    }

    static String written(Map.Entry<String, List<String>> column) {
        List<String> values = column.getValue();
        List<String> texts = values.stream().map(MatrixEntry::text).toList();
        return column.getKey() + ": " + (values.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]");
    }

    /** A value as YAML that every reader takes for a text. */
    static String text(String value) {
        return PLAIN.matcher(value).matches() && !OTHER.contains(value.toLowerCase(Locale.ROOT))
                ? value
                : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
