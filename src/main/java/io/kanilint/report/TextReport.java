package io.kanilint.report;

import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.finding.Related;
import io.kanilint.finding.Severity;
import io.kanilint.lint.LintResult;
import io.kanilint.pipeline.Gap;
import io.kanilint.report.Style.Tone;
import io.kanilint.text.Span;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Text for people at a terminal: the place, the lines, what is wrong, and the change that mends it. */
public final class TextReport implements Report {
    private static final int WIDTH = 100;

    private final Style style;

    public TextReport(Style style) {
        this.style = style;
    }

    @Override
    public void write(LintResult result, Writer out) {
        var text = new PrintWriter(out);
        for (Finding finding : result.findings()) {
            finding(finding, text);
        }
        for (Gap gap : result.gaps()) {
            text.printf("%s: not seen: %s%n", gap.span(), Style.harmless(gap.reason()));
        }
        text.println(summary(result));
        text.flush();
    }

    private void finding(Finding finding, PrintWriter text) {
        text.printf(
                "%s: %s %s%n",
                style.of(Tone.BOLD, finding.span().toString()),
                style.of(tone(finding.severity()), finding.severity().word()),
                finding.rule());
        excerpt(finding, text);
        wrap(Style.harmless(finding.message())).forEach(text::println);
        for (int i = 0; i < finding.fixes().size(); i++) {
            fix(finding, finding.fixes().get(i), i == 0 ? "" : "Or: ", text);
        }
        text.println();
    }

    private void excerpt(Finding finding, PrintWriter text) {
        var places =
                new ArrayList<>(finding.related().stream().map(Related::span).toList());
        places.add(finding.span());
        places.sort(Comparator.comparingInt(Span::start));
        int shown = 0;
        for (Span place : places) {
            int line = place.startLine();
            String source = line <= place.source().lineCount() ? place.source().line(line) : "";
            String number = "%5d | ".formatted(line);
            if (line != shown) {
                text.println(style.of(Tone.DIM, number) + Style.harmless(source.replace('\t', ' ')));
            }
            shown = line;
            if (place.equals(finding.span())) {
                String carets = style.of(tone(finding.severity()), carets(place, source));
                text.println(" ".repeat(number.length() + place.startColumn() - 1) + carets);
            }
        }
    }

    private static String carets(Span place, String line) {
        int from = place.start() - place.source().lineStart(place.startLine());
        int to = Math.min(place.end() - place.source().lineStart(place.startLine()), line.length());
        return "^".repeat(Math.max(1, to > from ? line.codePointCount(from, to) : 1));
    }

    private void fix(Finding finding, Fix fix, String or, PrintWriter text) {
        text.println();
        text.println("  " + style.of(Tone.BOLD, or + Style.harmless(fix.title())) + ":");
        UnifiedDiff.of(finding, fix).forEach(line -> text.println("  " + coloured(line)));
    }

    private String coloured(String line) {
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> style.of(Tone.RED, line);
            case '+' -> style.of(Tone.GREEN, line);
            case '@' -> style.of(Tone.DIM, line);
            default -> line;
        };
    }

    private static List<String> wrap(String message) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(" ");
        for (String word : message.split(" ", -1)) {
            if (line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ");
            }
            line.append(' ').append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String summary(LintResult result) {
        String seen = "%s and %s in %s"
                .formatted(
                        Plural.of(result.jobs(), "job"),
                        Plural.of(result.builds(), "Kaniko build"),
                        Plural.of(result.files(), "file"));
        if (result.findings().isEmpty()) {
            return style.of(Tone.GREEN, "Nothing found") + " (" + seen + ").";
        }
        var counts = new ArrayList<String>();
        for (Severity severity : List.of(Severity.ERROR, Severity.WARNING)) {
            if (result.count(severity) > 0) {
                counts.add(style.of(tone(severity), Plural.of(result.count(severity), severity.word())));
            }
        }
        if (result.count(Severity.INFO) > 0) {
            counts.add(Plural.of(result.count(Severity.INFO), "note"));
        }
        return String.join(", ", counts) + " (" + seen + ").";
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.RED;
            case WARNING -> Tone.YELLOW;
            case INFO -> Tone.BLUE;
        };
    }
}
