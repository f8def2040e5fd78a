import io.kanilint.finding.Finding;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds what is found in a corpus of real CI files against a careful reader's labels. Prints each disagreement and the
 * figures; exit code 1 if a job labelled ok was found fault with, or a labelled defect was missed. Run by bench/corpus.sh.
 */
class Corpus {
    private static final String RULE = "multi-build-job";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private final List<String> suspects = new ArrayList<>();

    void main(String[] arguments) throws IOException {
        Path corpus = Path.of(arguments[0]);
        for (String line : Files.readAllLines(corpus.resolve("labels.jsonl"))) {
            JsonNode label = JSON.readTree(line);
            String id = label.path("n").asString("");
            Path file = corpus.resolve("files").resolve(id + ".yml");
            if (Files.exists(file)) {
                compare(id, label, file);
            } else {
                count("labels without a file");
            }
        }
        System.out.println("Suspect by label, and what is said of them:");
        suspects.forEach(line -> System.out.println("  " + line));
        System.out.println("Disagreements:");
        disagreements.forEach(line -> System.out.println("  " + line));
        System.out.println("Figures:");
        counts.forEach((name, count) -> System.out.printf("  %-45s %d%n", name, count));
        System.exit(disagreements.isEmpty() ? 0 : 1);
    }

    private void compare(String id, JsonNode label, Path file) {
        count("files");
        LintResult result;
        try {
            result = Linter.lint(FolderFiles.around(file, id + ".yml"), Settings.DEFAULT);
        } catch (RuntimeException e) {
            disagreements.add(id + ": " + e);
            return;
        }
        var found = new LinkedHashMap<String, Finding>();
        for (Finding finding : result.findings()) {
            count("findings: " + finding.rule());
            if (finding.rule().equals(RULE)) {
                found.put(finding.job(), finding);
                count("fixes: " + (finding.fixes().isEmpty() ? "none" : finding.fixes().getFirst().safe() ? "safe" : "unsafe"));
            } else {
                System.out.printf("%s: %s: %s%n", id, finding.span(), finding.message());
            }
        }
        result.gaps().forEach(_ -> count("gaps"));
        for (JsonNode job : label.path("jobs")) {
            compare(id, job.path("job").asString(""), job.path("verdict").asString(""), found);
        }
        found.forEach((job, finding) -> disagreements.add("%s: not labelled, yet found: job '%s' at line %d".formatted(id, job, finding.span().startLine())));
    }

    private void compare(String id, String job, String verdict, Map<String, Finding> found) {
        Finding finding = found.remove(job);
        count("jobs: " + verdict + (finding == null ? ", nothing found" : ", found"));
        String said = finding == null ? "nothing" : "found at line " + finding.span().startLine();
        switch (verdict) {
            case "ok" -> {
                if (finding != null) {
                    disagreements.add("%s: labelled ok, yet %s: job '%s'".formatted(id, said, job));
                }
            }
            case "multi-run-defect" -> {
                if (finding == null) {
                    disagreements.add("%s: a labelled defect is missed: job '%s'".formatted(id, job));
                }
            }
            default -> suspects.add("%s: %s: job '%s': %s".formatted(id, verdict, job, said));
        }
    }

    private void count(String name) {
        counts.merge(name, 1, Integer::sum);
    }
}
