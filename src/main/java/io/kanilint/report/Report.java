package io.kanilint.report;

import io.kanilint.lint.LintResult;
import java.io.IOException;
import java.io.Writer;

/** A form in which a result is written. */
public interface Report {
    void write(LintResult result, Writer out) throws IOException;
}
