package io.kanilint.cli;

import io.kanilint.report.Style;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** What a command did. */
record Ran(int code, String out, String err) {

    static Ran in(Path folder, String... arguments) {
        return in(folder, Style.PLAIN, arguments);
    }

    static Ran in(Path folder, Style style, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(folder, new PrintWriter(out), new PrintWriter(err), style);
        int code = CommandLine.run(terminal, arguments);
        return new Ran(code, out.toString(), err.toString());
    }
}
