package io.kanilint.cli;

import io.kanilint.lint.SettingsException;
import io.kanilint.report.Style;
import io.kanilint.report.Version;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The words after {@code kanilint}. Exit codes: 0 nothing found, 1 findings, 2 the command or an input is wrong. */
@Command(
        name = "kanilint",
        description = "Finds Kaniko builds in GitLab CI files that ship broken images.",
        subcommands = {
            CheckCommand.class,
            RulesCommand.class,
            ExplainCommand.class,
            CompletionCommand.class,
            picocli.CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLine.VersionLine.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "'kanilint serve', or no command at all, starts the web service.",
            "'kanilint doctor' says which of its settings are right, and what to do about the others."
        })
public final class CommandLine {
    static final int WRONG = 2;

    /** What {@code --version} prints. */
    static final class VersionLine implements picocli.CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"kanilint " + Version.CURRENT};
        }
    }

    private CommandLine() {}

    /** Runs a command on the process's own terminal and returns its exit code. */
    public static int run(String... arguments) {
        var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Style style = style(Streams.OUT.isTerminal(), System.getenv());
        return run(
                new Terminal(Path.of(""), System.in, out, err, style, Streams.ERR.isTerminal()),
                Streams.OUT.isPipe(),
                arguments);
    }

    /** Colours are for terminals, and for who does not object (no-color.org). */
    static Style style(boolean terminal, Map<String, String> environment) {
        boolean objects = !environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"));
        return terminal && !objects ? Style.COLOURED : Style.PLAIN;
    }

    static int run(Terminal terminal, String... arguments) {
        return run(terminal, false, arguments);
    }

    /**
     * Runs a command on a terminal.
     *
     * @param piped whether a program reads the output: a pipe takes no more only if that has seen enough, as {@code head}
     *     does. This is no failure, and the exit code tells what was found.
     */
    static int run(Terminal terminal, boolean piped, String... arguments) {
        var commands = new picocli.CommandLine(new CommandLine())
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(CommandLine::wrongWords)
                .setExecutionExceptionHandler((e, command, _) -> failed(e, command));
        commands.getSubcommands().values().forEach(command -> {
            if (command.getCommand() instanceof TerminalCommand one) {
                one.use(terminal);
            }
        });
        commands.setExecutionStrategy(new picocli.CommandLine.RunLast());
        int code = execute(commands, withAttachedValues(arguments));
        terminal.err().flush();
        if (terminal.out().checkError() && !piped) {
            terminal.err().println("kanilint: standard output cannot be written");
            return WRONG;
        }
        return code;
    }

    /** {@code --fix} without a value leaves the next word alone, which may be a path. */
    private static String[] withAttachedValues(String... arguments) {
        var words = new ArrayList<>(List.of(arguments));
        int end = words.contains("--") ? words.indexOf("--") : words.size();
        words.subList(0, end).replaceAll(word -> word.equals("--fix") ? "--fix=" + FixMode.safe : word);
        return words.toArray(String[]::new);
    }

    /** Left to itself the virtual machine would end with exit code 1, which means findings. */
    private static int execute(picocli.CommandLine commands, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError e) {
            commands.getErr().println("kanilint: the input is too large for the memory at hand: " + e);
            return WRONG;
        }
    }

    private static int wrongWords(ParameterException e, String[] arguments) {
        String message = WrongWords.message(e);
        e.getCommandLine()
                .getErr()
                .printf(
                        "kanilint: %s%s Try 'kanilint %s--help'.%n",
                        Style.harmless(message), message.endsWith("?") ? "" : ".", name(e.getCommandLine()));
        return WRONG;
    }

    private static String name(picocli.CommandLine command) {
        return command.getParent() == null ? "" : command.getCommandName() + " ";
    }

    private static int failed(Exception e, picocli.CommandLine command) {
        String message = e instanceof InputException || e instanceof SettingsException
                ? e.getMessage()
                : "this is a fault in kanilint itself: " + e;
        command.getErr().println("kanilint: " + Style.harmless(String.valueOf(message)));
        return WRONG;
    }
}
