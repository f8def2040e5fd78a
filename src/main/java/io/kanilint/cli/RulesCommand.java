package io.kanilint.cli;

import io.kanilint.report.RuleList;
import io.kanilint.rules.Rules;
import java.io.StringWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kanilint rules}. */
@Command(name = "rules", description = "Lists every rule.", mixinStandardHelpOptions = true)
final class RulesCommand extends TerminalCommand {

    enum Format {
        text,
        json
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; default: ${DEFAULT-VALUE}")
    private Format format = Format.text;

    @Override
    int run(Terminal on) {
        switch (format) {
            case text -> RuleList.write(Rules.ALL, on.style(), on.out());
            case json -> {
                var text = new StringWriter();
                RuleList.writeJson(Rules.ALL, text);
                on.out().print(text);
            }
        }
        return 0;
    }
}
