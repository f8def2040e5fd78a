import io.kanilint.finding.Finding;
import io.kanilint.finding.Fix;
import io.kanilint.fix.Bases;
import io.kanilint.fix.JobReferences;
import io.kanilint.fix.JobSplit;
import io.kanilint.fix.Proposal;
import io.kanilint.lint.LintResult;
import io.kanilint.lint.Linter;
import io.kanilint.lint.Settings;
import io.kanilint.pipeline.FolderFiles;
import io.kanilint.pipeline.PipelineReader;
import io.kanilint.rules.Configuration;
import io.kanilint.shell.Effort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
        if (arguments.length > 1) {
            cases(Path.of(arguments[1]));
        }
        System.out.println("Suspect by label, and what is said of them:");
        suspects.forEach(line -> System.out.println("  " + line));
        System.out.println("Disagreements:");
        disagreements.forEach(line -> System.out.println("  " + line));
        System.out.println("Figures:");
        counts.forEach((name, count) -> System.out.printf("  %-85s %d%n", name, count));
        System.exit(disagreements.isEmpty() ? 0 : 1);
    }

    private void compare(String id, JsonNode label, Path file) {
        count("files");
        FolderFiles files;
        LintResult result;
        try {
            files = FolderFiles.around(file, id + ".yml");
            result = Linter.lint(files, Settings.DEFAULT);
        } catch (RuntimeException e) {
            disagreements.add(id + ": " + e);
            return;
        }
        var found = new LinkedHashMap<String, Finding>();
        for (Finding finding : result.findings()) {
            count("findings: " + finding.rule());
            if (finding.rule().equals(RULE)) {
                found.put(finding.job(), finding);
            } else {
                System.out.printf("%s: %s: %s%n", id, finding.span(), finding.message());
            }
        }
        result.gaps().forEach(_ -> count("gaps"));
        for (JsonNode job : label.path("jobs")) {
            Finding finding = found.get(job.path("job").asString(""));
            String verdict = job.path("verdict").asString("");
            if (finding != null) {
                count("fixes, " + verdict + ": " + fix(finding, files));
            }
            compare(id, job.path("job").asString(""), verdict, found);
        }
        found.forEach((job, finding) -> disagreements.add("%s: not labelled, yet found: job '%s' at line %d".formatted(id, job, finding.span().startLine())));
    }

    /** Whether a finding has a fix, and what is said against it or in its place. */
    private static String fix(Finding finding, FolderFiles files) {
        if (!finding.fixes().isEmpty()) {
            Fix first = finding.fixes().getFirst();
            return first.safe() ? "safe" : "unsafe: " + first.title().replaceFirst(".*look at it first: ", "").replaceFirst("'[^']{12,}'", "'…'");
        }
        Configuration configuration = Configuration.of(PipelineReader.read(files), files::read, new Effort());
        JobReferences references = JobReferences.in(configuration.pipeline(), false);
        return configuration.jobs().stream()
                .filter(job -> job.job().name().equals(finding.job()))
                .map(job -> JobSplit.proposal(configuration.pipeline(), references, job, Bases.UNKNOWN))
                .map(proposal -> proposal instanceof Proposal.None none ? none.reason() : "the split was not proven")
                .findFirst()
                .map(reason -> "none: " + reason)
                .orElse("none");
    }

    /** What becomes of the findings in the tests' own cases. */
    private void cases(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.filter(file -> file.toString().endsWith(".yml")).sorted().toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            var files = new FolderFiles(file.toAbsolutePath().getParent(), name, name);
            for (Finding finding : Linter.lint(files, Settings.DEFAULT).findings()) {
                if (finding.rule().equals(RULE)) {
                    count("fixes, cases: " + fix(finding, files));
                }
            }
        }
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
