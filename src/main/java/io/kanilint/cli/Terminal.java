package io.kanilint.cli;

import io.kanilint.report.Style;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a command reads and writes.
 *
 * @param folder what relative paths start from
 * @param style whether results are coloured
 * @param watched whether somebody sees the errors as they are written, so that progress can be shown there
 */
public record Terminal(Path folder, InputStream in, PrintWriter out, PrintWriter err, Style style, boolean watched) {

    /** One without input, whose errors go to a file. */
    Terminal(Path folder, PrintWriter out, PrintWriter err, Style style) {
        this(folder, InputStream.nullInputStream(), out, err, style, false);
    }
}
