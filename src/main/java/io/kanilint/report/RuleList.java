package io.kanilint.report;

import io.kanilint.report.Style.Tone;
import io.kanilint.rules.Rule;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;

/** Rules, a line each, or as JSON. */
public final class RuleList {
    private RuleList() {}

    public static void write(List<Rule> rules, Style style, PrintWriter out) {
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (Rule rule : rules) {
            out.println(style.of(Tone.BOLD, rule.id())
                    + " ".repeat(width - rule.id().length() + 2)
                    + style.of(
                            TextReport.tone(rule.severity()),
                            "%-7s".formatted(rule.severity().word()))
                    + "  "
                    + rule.summary());
        }
    }

    /** Stable as the JSON of findings is: things are added, never renamed or taken away. */
    public static void writeJson(List<Rule> rules, Writer out) {
        JsonText.write(
                out,
                json -> json.object(() -> {
                    json.value("schema_version", JsonReport.SCHEMA_VERSION);
                    json.objects("rules", rules, rule -> {
                        json.value("id", rule.id());
                        json.value("severity", rule.severity().word());
                        json.value("summary", rule.summary());
                        json.value("help", RulePages.of(rule.id()));
                    });
                }));
    }
}
