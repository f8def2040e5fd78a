package io.kanilint.fix;

import io.kanilint.kaniko.Build;
import io.kanilint.kaniko.JobBuilds;
import io.kanilint.kaniko.WrittenCommand;
import io.kanilint.shell.Command;
import io.kanilint.shell.Commands;
import io.kanilint.shell.ShellParser;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the removal of kaniko's own files before a build: as an entry or a line of its own where the build has one, else
 * in front of the build on its line.
 */
final class WipeLines {
    private final JobBuilds builds;
    private final JobCuts cuts;
    private final Set<Span> done = new HashSet<>();

    WipeLines(JobBuilds builds, JobCuts cuts) {
        this.builds = builds;
        this.cuts = cuts;
    }

    /**
     * Adds one, once for what is written once; false if the build is not in the job's own scripts, or tied to others in a
     * way that leaves no place for it.
     */
    boolean add(Build build) {
        return !done.add(build.span())
                || WrittenCommand.of(builds, build)
                        .filter(written -> add(written, build.inScript()))
                        .isPresent();
    }

    private boolean add(WrittenCommand written, boolean inScript) {
        Command.Simple call = written.command();
        Optional<Command> command =
                statement(ShellParser.parse(written.script().text().text()), call);
        boolean chained = command.isPresent() && holdsEarlierBuild(command.get(), call, inScript);
        return (chained ? operand(command.get(), call) : command)
                .filter(place -> add(new ScriptPlaces(written.script()), place.start(), chained))
                .isPresent();
    }

    private boolean holdsEarlierBuild(Command command, Command.Simple call, boolean inScript) {
        return builds.all().stream()
                .filter(build -> build.inScript() == inScript)
                .anyMatch(build -> build.site().start() >= command.start()
                        && build.site().end() <= command.end()
                        && build.site().end() <= call.start());
    }

    /** The innermost command of a sequence that a call is part of. */
    private static Optional<Command> statement(Command command, Command.Simple call) {
        Optional<Command> inner =
                Commands.children(command).filter(child -> holds(child, call)).findFirst();
        if (inner.isEmpty()) {
            return Optional.empty();
        }
        Optional<Command> deeper = statement(inner.get(), call);
        return deeper.isPresent() ? deeper : command instanceof Command.Sequence ? inner : Optional.empty();
    }

    private static boolean holds(Command command, Command.Simple call) {
        return command.start() <= call.start() && command.end() >= call.end();
    }

    /** What a call is on the right of the {@code &&} before it. */
    private static Optional<Command> operand(Command command, Command.Simple call) {
        return switch (command) {
            case Command.AndOr(Command left, boolean and, Command right)
            when and -> holds(right, call) ? Optional.of(right) : operand(left, call);
            case Command.AndOr(Command left, boolean _, Command _) when holds(left, call) -> operand(left, call);
            default -> Optional.empty();
        };
    }

    private boolean add(ScriptPlaces places, int offset, boolean chained) {
        String text = places.script().text().text();
        int item = places.itemAt(offset);
        YamlScalar scalar = places.item(item).scalar();
        Span first = places.span(offset, offset + 1);
        Cuts here = cuts.at(first);
        int start = places.script().starts().get(item);
        int line = text.lastIndexOf('\n', offset - 1) + 1;
        boolean literal = scalar.style() == YamlScalar.Style.LITERAL;
        if (!chained && literal && text.substring(Math.max(line, start), offset).isBlank()) {
            return line(first, here);
        }
        if (!chained && text.substring(start, offset).isBlank()) {
            return entry(scalar, here);
        }
        here.replace(first.start(), first.end(), WipeLine.TEXT + (chained ? " && " : "; ") + first.text());
        return true;
    }

    /** A line of a block, above the comments that belong to the build. */
    private static boolean line(Span place, Cuts here) {
        Source source = place.source();
        int line = place.startLine();
        String indent = source.line(line).substring(0, place.start() - source.lineStart(line));
        int at = above(source, line, indent);
        int start = source.lineStart(at) + indent.length();
        here.replace(
                start, start + 1, WipeLine.TEXT + "\n" + indent + source.text().charAt(start));
        return true;
    }

    private static int above(Source source, int line, String indent) {
        int at = line;
        while (at > 1 && source.line(at - 1).startsWith(indent + "#")) {
            at--;
        }
        return at;
    }

    private static boolean entry(YamlScalar scalar, Cuts here) {
        Source source = scalar.span().source();
        int line = scalar.span().startLine();
        String before = scalar.span().before();
        String indent =
                before.substring(0, before.length() - before.stripLeading().length());
        if (before.strip().startsWith("-")) {
            int at = above(source, line, indent);
            int start = source.lineStart(at) + indent.length();
            here.replace(
                    start,
                    start + 1,
                    "- " + WipeLine.TEXT + "\n" + indent + source.text().charAt(start));
            return true;
        }
        boolean flow = before.strip().isEmpty()
                || before.strip().endsWith("[")
                || before.strip().endsWith(",");
        int start = scalar.span().start();
        here.replace(
                start, start + 1, '"' + WipeLine.TEXT + "\", " + source.text().charAt(start));
        return flow;
    }
}
