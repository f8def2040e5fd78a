package io.kanilint.rules;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.pipeline.Script;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lines below a command that look like more of its arguments, and are not: a block that begins with {@code >} keeps the line
 * breaks before lines that are indented deeper, and one that begins with {@code |} keeps all (YAML 1.2, 8.1.3).
 *
 * @param first the line of the source that the command ends on
 * @param count how many lines follow it
 */
record LostLines(Source source, int first, int count, boolean folded) {
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z].*");

    /** Those below a build that is written in a block of the job's own scripts. */
    static Optional<LostLines> of(JobBuilds job, Build build) {
        return WrittenCommand.of(job, build)
                .flatMap(written -> of(written.script(), written.command().end()));
    }

    private static Optional<LostLines> of(Script script, int end) {
        YamlScalar.Style style = style(script, end);
        List<String> rest = script.text().text().substring(end).lines().toList();
        int count = 0;
        while (count + 1 < rest.size() && isArgument(rest.get(count + 1).strip())) {
            count++;
        }
        boolean lost = rest.size() > 1
                && rest.getFirst().isBlank()
                && rest.subList(1, count + 1).stream()
                        .anyMatch(line -> FLAG.matcher(line.strip()).matches());
        var last = script.text().span(end - 1, end);
        return switch (style) {
            case FOLDED, LITERAL ->
                lost
                        ? Optional.of(
                                new LostLines(last.source(), last.startLine(), count, style == YamlScalar.Style.FOLDED))
                        : Optional.empty();
            case PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED -> Optional.empty();
        };
    }

    private static boolean isArgument(String line) {
        return line.startsWith("$") || FLAG.matcher(line).matches();
    }

    private static YamlScalar.Style style(Script script, int offset) {
        int item = 0;
        while (item + 1 < script.starts().size() && script.starts().get(item + 1) < offset) {
            item++;
        }
        return script.items().get(item).scalar().style();
    }

    /** Why they do not belong to the command, as a sentence. */
    String reason() {
        return folded
                ? "The lines below it are not part of it: in a block that begins with '>', a line that is indented deeper"
                        + " stays a line of its own."
                : "The lines below it are not part of it, since no backslash goes on with the command.";
    }

    /** The change that makes them part of it; empty where a comment is in the way. */
    Optional<Edit> joined() {
        var lines = new ArrayList<String>();
        for (int line = first; line <= first + count; line++) {
            lines.add(source.line(line));
        }
        if (lines.stream().anyMatch(line -> line.contains("#"))) {
            return Optional.empty();
        }
        String head = lines.getFirst();
        String indent = head.substring(0, head.length() - head.stripLeading().length());
        lines.replaceAll(line -> folded ? indent + line.strip() : line.stripTrailing() + " \\");
        lines.set(lines.size() - 1, lines.getLast().replaceFirst(" \\\\$", ""));
        return Optional.of(new Edit(source.path(), first, first + count, lines));
    }
}
