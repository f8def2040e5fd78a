package io.kanilint.cli;

import io.kanilint.report.Style;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * Where a command reads and writes.
 *
 * @param folder what relative paths start from
 * @param style whether results are coloured
 */
public record Terminal(Path folder, PrintWriter out, PrintWriter err, Style style) {}
