package io.kanilint.fix;

import io.kanilint.shell.Command;
import io.kanilint.shell.Redirection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a command leaves behind for those after it, as far as its words tell; worse ones come later. */
enum Effect {
    /** It only prints or waits. */
    NOTHING,
    /** It changes the shell or the job's files: later commands of the job may need it, nobody else can see it. */
    INSIDE,
    /** It may do anything. */
    UNKNOWN;

    private static final Set<String> PRINTING = Set.of(
            "echo", "printf", "date", "ls", "pwd", "true", ":", "sleep", "test", "[", "cat", "env", "whoami", "id");

    private static final Set<String> CHANGING = Set.of(
            "cd",
            "pushd",
            "popd",
            "export",
            "unset",
            "set",
            "readonly",
            "declare",
            "typeset",
            "shopt",
            "umask",
            "mkdir",
            "cp",
            "mv",
            "rm",
            "rmdir",
            "touch",
            "chmod",
            "chown",
            "ln",
            "sed",
            "tee",
            "grep",
            "envsubst",
            "tr",
            "cut",
            "head",
            "tail",
            "sort",
            "awk",
            "basename",
            "dirname",
            "base64");

    /** The first word of each command whose output is put into a word. */
    private static final Pattern SUBSTITUTED = Pattern.compile("(?:\\$\\((?!\\()|`)\\s*([^\\s()`|;&]*)");

    /**
     * What a stretch of a script leaves behind.
     *
     * @param text the stretch, for what runs inside of its words
     */
    static Effect of(Command command, String text) {
        boolean unknown = SUBSTITUTED
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .anyMatch(name -> !name.isEmpty() && named(name) == UNKNOWN);
        return unknown ? UNKNOWN : of(command);
    }

    static Effect of(Command command) {
        return switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Pipeline pipeline -> all(pipeline.stages().stream());
            case Command.AndOr both -> all(Stream.of(both.left(), both.right()));
            case Command.Sequence sequence -> all(sequence.items().stream().map(Command.Item::command));
            case Command.Group group -> of(group.body());
            case Command.Subshell subshell -> of(subshell.body());
            case Command.If choice ->
                all(Stream.concat(
                        choice.branches().stream().flatMap(branch -> Stream.of(branch.condition(), branch.body())),
                        choice.otherwise().stream()));
            case Command.Redirected redirected ->
                worse(of(redirected.command()), redirections(redirected.redirections().stream()));
            case Command.Timed timed -> of(timed.command());
            case Command.Test _ -> NOTHING;
            case Command.Arithmetic _, Command.Function _ -> INSIDE;
            case Command.For loop -> worse(INSIDE, of(loop.body()));
            case Command.Case choice -> all(choice.arms().stream().map(Command.Arm::body));
            case Command.ForArithmetic _, Command.Loop _, Command.Coprocess _, Command.Unreadable _ -> UNKNOWN;
        };
    }

    private static Effect simple(Command.Simple simple) {
        Effect name = simple.words().isEmpty()
                ? INSIDE
                : simple.name().map(Effect::named).orElse(UNKNOWN);
        return worse(name, redirections(simple.redirections().stream()));
    }

    private static Effect named(String name) {
        return PRINTING.contains(name) ? NOTHING : CHANGING.contains(name) ? INSIDE : UNKNOWN;
    }

    /** Output that goes to a file. */
    private static Effect redirections(Stream<Redirection> redirections) {
        return redirections.anyMatch(redirection -> redirection.operator().startsWith(">")) ? INSIDE : NOTHING;
    }

    private static Effect all(Stream<? extends Command> commands) {
        return commands.map(Effect::of).reduce(NOTHING, Effect::worse);
    }

    private static Effect worse(Effect one, Effect other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
