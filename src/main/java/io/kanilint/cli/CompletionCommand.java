package io.kanilint.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kanilint completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets the shell complete kanilint's words.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "In ~/.bashrc:  source <(kanilint completion bash)",
            "In ~/.zshrc:   source <(kanilint completion zsh)"
        })
final class CompletionCommand extends TerminalCommand {

    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", arity = "0..1", defaultValue = "bash", description = "bash or zsh")
    private Shell shell = Shell.bash;

    @Spec
    private CommandSpec spec;

    @Override
    int run(Terminal on) {
        // The script serves both; zsh needs its own completion switched on before.
        on.out()
                .print(
                        switch (shell) {
                            case bash -> "";
                            case zsh -> "autoload -U +X compinit && compinit\n";
                        });
        on.out().print(AutoComplete.bash("kanilint", spec.root().commandLine()));
        return 0;
    }
}
