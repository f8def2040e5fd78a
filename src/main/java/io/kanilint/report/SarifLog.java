package io.kanilint.report;

import io.kanilint.finding.Severity;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import java.util.List;
import java.util.Locale;

/** What SARIF files of findings have in common, whether these come from a look at files or are remembered. */
public record SarifLog(JsonText json) {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final List<String> IDS = Rules.ALL.stream().map(Rule::id).toList();

    /**
     * Writes a file with one run.
     *
     * @param run writes what the run has beside the tool
     */
    public void write(Runnable run) {
        json.object(() -> {
            json.value("$schema", SCHEMA);
            json.value("version", "2.1.0");
            json.objects("runs", List.of(run), content -> {
                tool();
                content.run();
            });
        });
    }

    private void tool() {
        json.object(
                "tool",
                () -> json.object("driver", () -> {
                    json.value("name", "kanilint");
                    json.value("version", Version.CURRENT);
                    json.value("informationUri", "https://kanilint.io");
                    json.objects("rules", Rules.ALL, this::rule);
                }));
    }

    private void rule(Rule rule) {
        json.value("id", rule.id());
        json.value("name", rule.getClass().getSimpleName());
        message("shortDescription", sentence(rule.summary()));
        message("fullDescription", sentence(rule.summary()));
        json.value("helpUri", RulePages.of(rule.id()));
        json.object("help", () -> {
            json.value("text", "%s See %s".formatted(sentence(rule.summary()), RulePages.of(rule.id())));
            RulePages.markdown(rule.id()).ifPresent(page -> json.value("markdown", page));
        });
        json.object("defaultConfiguration", () -> json.value("level", level(rule.severity())));
    }

    /** The beginning of a result. A rule that there no longer is has no index. */
    public void result(String rule, Severity severity, String message) {
        json.value("ruleId", rule);
        if (IDS.contains(rule)) {
            json.value("ruleIndex", IDS.indexOf(rule));
        }
        json.value("level", level(severity));
        message("message", message);
    }

    /** In a location: the job, if it is one. */
    public void job(String name) {
        if (!name.isEmpty()) {
            json.objects("logicalLocations", List.of(name), job -> {
                json.value("name", job);
                json.value("kind", "job");
            });
        }
    }

    /** In a location of which nothing but the line is known; 0 for the whole file. */
    public void line(String path, int line) {
        json.object("physicalLocation", () -> {
            json.object("artifactLocation", () -> json.value("uri", FileUri.of(path)));
            if (line > 0) {
                json.object("region", () -> json.value("startLine", line));
            }
        });
    }

    /** In a result: what makes it the same in another version of the file. */
    public void fingerprint(String fingerprint) {
        json.object("partialFingerprints", () -> json.value("kanilint/v1", fingerprint));
    }

    /**
     * A plain message. Viewers take what stands in square brackets for a link, and text of a repository is to be none
     * (section 3.11.6 of the standard).
     */
    void message(String name, String text) {
        json.object(name, () -> json.value("text", text.replaceAll("[\\\\\\[\\]]", "\\\\$0")));
    }

    private static String sentence(String summary) {
        return summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".";
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
