package io.kanilint;

import io.kanilint.cli.CommandLine;

/** The program. {@code serve}, or nothing, starts the web service; anything else is the command line. */
public final class Kanilint {
    private Kanilint() {}

    public static void main(String[] arguments) {
        boolean serve = arguments.length == 0 || arguments[0].equals("serve") || arguments[0].startsWith("--spring");
        if (serve) {
            KanilintService.start(arguments);
        } else {
            System.exit(CommandLine.run(arguments));
        }
    }
}
