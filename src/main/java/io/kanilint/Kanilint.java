package io.kanilint;

import io.kanilint.cli.CommandLine;
import io.kanilint.doctor.Doctor;
import java.util.Arrays;

/**
 * The program. {@code serve}, or nothing, starts the web service; {@code doctor} looks at its settings; anything else is the
 * command line.
 */
public final class Kanilint {
    private Kanilint() {}

    public static void main(String[] arguments) {
        boolean serve = arguments.length == 0 || arguments[0].equals("serve") || arguments[0].startsWith("--spring");
        if (serve) {
            KanilintService.start(arguments);
        } else if (arguments[0].equals("doctor")) {
            System.exit(Doctor.run(Arrays.copyOfRange(arguments, 1, arguments.length)));
        } else {
            System.exit(CommandLine.run(arguments));
        }
    }
}
