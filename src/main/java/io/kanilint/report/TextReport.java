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
            gap(gap, text);
        }
        text.println(summary(result));
        text.flush();
    }

    private void finding(Finding finding, PrintWriter text) {
        text.printf(
                "%s: %s %s%n",
                style.of(Tone.BOLD, Style.harmless(finding.span().toString())),
                style.of(tone(finding.severity()), finding.severity().word()),
                finding.rule());
        excerpt(finding, text);
        Wrapping.lines(Style.harmless(finding.fullMessage()), "  ").forEach(text::println);
        List<Fix> fixes = finding.fixes();
        fixes.stream().limit(1).forEach(fix -> fix(finding, fix, text));
        fixes.stream()
                .skip(1)
                .forEach(other ->
                        text.println("  " + style.of(Tone.BOLD, "Or: " + Style.harmless(other.title())) + "."));
        text.println();
    }

    /** A slip in a comment leaves findings that its author did not want to see, so it must not pass for a mere remark. */
    private void gap(Gap gap, PrintWriter text) {
        String sort = gap.mistake() ? style.of(Tone.YELLOW, "warning") : "not seen";
        text.println(Style.harmless(gap.span() + ": ") + sort + Style.harmless(": " + gap.reason()));
    }

    private void excerpt(Finding finding, PrintWriter text) {
        var places = new ArrayList<>(finding.related().stream()
                .map(Related::span)
                .filter(place -> isIn(place, finding))
                .toList());
        places.add(finding.span());
        places.sort(Comparator.comparingInt(Span::start));
        int shown = 0;
        for (Span place : places) {
            Excerpt excerpt = Excerpt.of(place);
            String number = "%5d | ".formatted(place.startLine());
            boolean marked = place.equals(finding.span());
            if (place.startLine() != shown || (marked && excerpt.isCut())) {
                text.println(style.of(Tone.DIM, number) + excerpt.text());
            }
            shown = place.startLine();
            if (marked) {
                text.println(" ".repeat(number.length() + excerpt.from())
                        + style.of(tone(finding.severity()), "^".repeat(excerpt.width())));
            }
        }
        finding.related().stream()
                .filter(related -> !isIn(related.span(), finding))
                .forEach(related -> text.println(
                        style.of(Tone.DIM, "    --> ") + Style.harmless(related.span() + ": " + related.message())));
    }

    private static boolean isIn(Span place, Finding finding) {
        return place.source().path().equals(finding.span().source().path());
    }

    private void fix(Finding finding, Fix fix, PrintWriter text) {
        text.println();
        text.println("  " + style.of(Tone.BOLD, Style.harmless(fix.title())) + ":");
        UnifiedDiff.of(finding, fix).forEach(line -> text.println("  " + style.diff(Style.harmless(line))));
    }

    private String summary(LintResult result) {
        String seen = "%s and %s in %s"
                        .formatted(
                                Plural.of(result.jobs(), "job"),
                                Plural.of(result.builds(), "Kaniko build"),
                                Plural.of(result.files(), "file"))
                + (result.ignored() == 0 ? "" : "; %s ignored".formatted(Plural.of(result.ignored(), "finding")));
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

    static Tone tone(Severity severity) {
        return switch (severity) {
            case ERROR -> Tone.RED;
            case WARNING -> Tone.YELLOW;
            case INFO -> Tone.BLUE;
        };
    }
}
