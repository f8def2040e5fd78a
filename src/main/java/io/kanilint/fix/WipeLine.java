package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.pipeline.Script;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The command that empties kaniko's own directory, which {@code --cleanup} leaves alone: with it between two cleaned
 * builds every pair of Dockerfiles came out right (measured, upstream 1.24.0 and both forks).
 */
public final class WipeLine {
    /** It keeps the executor, its certificates and the credentials. */
    public static final String TEXT = "rm -rf /kaniko/[0-9]* /kaniko/stages /kaniko/deps /kaniko/layers"
            + " /kaniko/buildcontext /kaniko/Dockerfile*";

    /** The dash of a list entry, with nothing but the entry behind it. */
    private static final Pattern DASH = Pattern.compile(" *- +");

    private static final Pattern REST = Pattern.compile("\\s*(\\s#.*)?");

    private WipeLine() {}

    /** The edit that writes it below a build; empty unless the build is a command of its own on lines of its own. */
    public static Optional<Edit> after(JobBuilds job, Build build) {
        return WrittenCommand.of(job, build).filter(WipeLine::isStatement).flatMap(WipeLine::below);
    }

    private static boolean isStatement(WrittenCommand written) {
        return HereDocuments.of(written.command()).isEmpty()
                && isItem(ShellParser.parse(written.script().text().text()), written.command());
    }

    /** Whether a command is neither part of a chain or condition nor in the background. */
    private static boolean isItem(Command within, Command.Simple command) {
        boolean here = within instanceof Command.Sequence sequence
                && sequence.items().stream().anyMatch(item -> !item.background() && isSame(item.command(), command));
        boolean condition = within instanceof Command.Loop || within instanceof Command.If;
        return here
                || (!condition && Commands.children(within).anyMatch(child -> isItem(child, command)))
                || (condition && bodies(within).stream().anyMatch(child -> isItem(child, command)));
    }

    private static List<Command.Sequence> bodies(Command within) {
        return switch (within) {
            case Command.Loop loop -> List.of(loop.body());
            case Command.If choice ->
                choice.branches().stream().map(Command.Branch::body).toList();
            default -> List.of();
        };
    }

    private static boolean isSame(Command one, Command other) {
        return one.start() == other.start() && one.end() == other.end();
    }

    private static Optional<Edit> below(WrittenCommand written) {
        Script script = written.script();
        int index = 0;
        while (index + 1 < script.starts().size()
                && script.starts().get(index + 1) <= written.command().start()) {
            index++;
        }
        ScriptItem item = script.items().get(index);
        String text = item.text().text();
        int start = written.command().start() - script.starts().get(index);
        int end = written.command().end() - script.starts().get(index);
        String before = text.substring(text.lastIndexOf('\n', start - 1) + 1, start);
        int lineEnd = text.indexOf('\n', end);
        String after = text.substring(end, lineEnd < 0 ? text.length() : lineEnd);
        if (!item.written().equals(item.scalar())
                || !before.isBlank()
                || !REST.matcher(after).matches()) {
            return Optional.empty();
        }
        if (item.scalar().style() == YamlScalar.Style.LITERAL) {
            Span span = script.text()
                    .span(written.command().start(), written.command().end());
            return Optional.of(line(span, span.endLine(), indent(span)));
        }
        boolean alone =
                text.substring(0, start).isBlank() && text.substring(end).isBlank();
        return alone ? belowEntry(item.scalar().span()) : Optional.empty();
    }

    private static Optional<Edit> belowEntry(Span entry) {
        Source source = entry.source();
        int first = source.lineStart(entry.startLine());
        String dash = source.text().substring(first, entry.start());
        String rest = source.text().substring(entry.end(), Math.max(entry.end(), source.lineEnd(entry.endLine())));
        return DASH.matcher(dash).matches() && REST.matcher(rest).matches()
                ? Optional.of(line(entry, entry.endLine(), dash))
                : Optional.empty();
    }

    private static String indent(Span span) {
        String line = span.source().line(span.startLine());
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    private static Edit line(Span span, int line, String lead) {
        return new Edit(span.source().path(), line, line, List.of(span.source().line(line), lead + TEXT));
    }
}
