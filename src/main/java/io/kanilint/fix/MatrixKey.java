package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes {@code parallel: matrix:} into a job, or the new variables into the matrix that it has. */
final class MatrixKey {
    /** GitLab's limit of jobs that one matrix makes. */
    private static final int MOST_JOBS = 200;

    /** GitLab's limit, in characters. */
    private static final int LONGEST_NAME = 255;

    private static final int WIDTH = 100;

    private final Job job;
    private final YamlMap body;
    private final Source source;
    private final Cuts cuts;

    private MatrixKey(Job job, YamlMap body, Cuts cuts) {
        this.job = job;
        this.body = body;
        this.source = body.span().source();
        this.cuts = cuts;
    }

    /** Adds entries; false if the job is written in a way that does not allow it, or would become too many. */
    static boolean add(Job job, List<MatrixEntry> entries, Cuts cuts) {
        if (!(job.entry().value() instanceof YamlMap body) || isFlow(body) || !fits(job, entries)) {
            return false;
        }
        var key = new MatrixKey(job, body, cuts);
        YamlNode parallel = job.keywords().get("parallel");
        return parallel == null ? key.insert(entries) : entries.size() == 1 && key.combine(entries.getFirst());
    }

    private static boolean fits(Job job, List<MatrixEntry> entries) {
        long jobs = entries.stream().mapToLong(MatrixEntry::size).sum()
                * job.matrix().size();
        int longest = entries.stream().mapToInt(MatrixEntry::longestName).max().orElse(0)
                + job.matrix().stream()
                        .mapToInt(cell -> cell.values().stream()
                                .mapToInt(value -> value.length() + 2)
                                .sum())
                        .max()
                        .orElse(0);
        return jobs <= MOST_JOBS && job.name().length() + 3 + longest <= LONGEST_NAME;
    }

    private static boolean isFlow(YamlNode node) {
        Span span = node.span();
        return span.source().text().charAt(span.start()) == '{';
    }

    /** Writes it above the job's script, and above the comments there. */
    private boolean insert(List<MatrixEntry> entries) {
        Optional<Span> place = Stream.of("before_script", "script")
                .flatMap(name -> body.entries().stream()
                        .filter(entry -> entry.name().filter(name::equals).isPresent()))
                .map(entry -> entry.key().span())
                .findFirst()
                .or(() ->
                        body.entries().stream().map(entry -> entry.key().span()).findFirst());
        if (place.isEmpty() || !isFirst(place.get().start())) {
            return false;
        }
        int line = place.get().startLine();
        while (line > 1
                && source.line(line - 1).stripLeading().startsWith("#")
                && indent(line - 1).equals(indent(line))) {
            line--;
        }
        String indent = indent(line);
        int jobIndent = indent(job.entry().key().span().startLine()).length();
        String step = " ".repeat(Math.clamp(indent.length() - jobIndent, 2, 8));
        int start = source.lineStart(line) + indent.length();
        var text = new StringBuilder("parallel:\n" + indent + step + "matrix:\n");
        entries.forEach(entry -> text.append(entry(entry, indent + step + step)));
        cuts.replace(start, start + 1, text + indent + source.text().charAt(start));
        return true;
    }

    private static String entry(MatrixEntry entry, String indent) {
        var text = new StringBuilder();
        for (Map.Entry<String, List<String>> column : entry.columns().entrySet()) {
            String line = indent + (text.isEmpty() ? "- " : "  ") + MatrixEntry.written(column);
            if (line.length() <= WIDTH) {
                text.append(line).append('\n');
            } else {
                text.append(indent)
                        .append(text.isEmpty() ? "- " : "  ")
                        .append(column.getKey())
                        .append(":\n");
                column.getValue()
                        .forEach(value -> text.append(indent)
                                .append("    - ")
                                .append(MatrixEntry.text(value))
                                .append('\n'));
            }
        }
        return text.toString();
    }

    /** Adds the variables to each entry of the job's own matrix, before the ones that are there. */
    private boolean combine(MatrixEntry added) {
        Optional<YamlNode> matrix = body.entries().stream()
                .filter(entry -> entry.name().filter("parallel"::equals).isPresent())
                .map(YamlMap.Entry::value)
                .findFirst()
                .flatMap(parallel -> parallel instanceof YamlMap map ? map.get("matrix") : Optional.empty());
        if (matrix.isEmpty() || !(matrix.get() instanceof YamlList list)) {
            return false;
        }
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlMap map)
                    || map.entries().isEmpty()
                    || map.entries().stream().anyMatch(entry -> entry.name().isEmpty())
                    || map.get("<<").isPresent()) {
                return false;
            }
            addTo(map, added);
        }
        return true;
    }

    private void addTo(YamlMap map, MatrixEntry added) {
        Span first = map.entries().getFirst().key().span();
        String between = isFlow(map) ? ", " : "\n" + " ".repeat(first.start() - source.lineStart(first.startLine()));
        var columns = new ArrayList<String>();
        added.columns().entrySet().forEach(column -> columns.add(MatrixEntry.written(column)));
        cuts.replace(first.start(), first.end(), String.join(between, columns) + between + first.text());
    }

    private boolean isFirst(int offset) {
        return source.text()
                .substring(source.lineStart(source.lineOf(offset)), offset)
                .isBlank();
    }

    private String indent(int line) {
        String text = source.line(line);
        return text.substring(0, text.length() - text.stripLeading().length());
    }
}
