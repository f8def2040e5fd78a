package io.kanilint.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a job's log shows of a finding, as the Markdown of a reply.
 *
 * @param url the job's page; not used if it is no plain address
 * @param packages names of what a later build found installed
 * @param lines lines of the log that say so
 */
public record EvidenceText(long job, String url, List<String> packages, List<String> lines) {
    private static final Pattern PLAIN_URL = Pattern.compile("https?://[\\w.:/@%~+-]{1,1000}");
    private static final int MOST_PACKAGES = 5;
    private static final int LONGEST_LINE = 200;

    public EvidenceText {
        packages = List.copyOf(packages);
        lines = List.copyOf(lines);
    }

    public String markdown() {
        String name = "job " + job;
        String where = PLAIN_URL.matcher(url).matches() ? "[" + name + "](" + url + ")" : name;
        String list = packages.stream().limit(MOST_PACKAGES).map(Markdown::code).collect(Collectors.joining(", "));
        int more = packages.size() - MOST_PACKAGES;
        return "**This happened in %s:** a later build found installed there what an earlier one had installed (%s%s), and that can be missing in the later image.\n\n%s"
                .formatted(
                        where,
                        list,
                        more > 0 ? " and %d more".formatted(more) : "",
                        Markdown.fence(
                                "", lines.stream().map(EvidenceText::harmless).collect(Collectors.joining("\n"))));
    }

    /** Without what is not seen, and without addresses, which can hold credentials. */
    private static String harmless(String line) {
        String seen = line.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("\\S*://\\S*", "…")
                // GitLab may take a line for a command of its own.
                .replaceFirst("^\\s*/", " ∕");
        return seen.length() <= LONGEST_LINE ? seen : seen.substring(0, LONGEST_LINE - 1) + "…";
    }
}
