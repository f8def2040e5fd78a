package io.kanilint.lint;

import io.kanilint.finding.Finding;
import io.kanilint.pipeline.Gap;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.rules.Rule;
import io.kanilint.rules.Rules;
import io.kanilint.text.Nearest;
import io.kanilint.text.Source;
import io.kanilint.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the comments in the files of a configuration ask to leave out. */
final class IgnoreComments {
    private static final Set<String> RULES =
            Set.copyOf(Rules.ALL.stream().map(Rule::id).toList());

    /**
     * What a comment covers.
     *
     * @param job the job that it stands above, if it does
     */
    private record Cover(int first, int last, Optional<String> job, Set<String> rules) {
        /** Its builds can lie elsewhere: in a template, or in another file. */
        boolean holdsJobOf(Finding finding) {
            return rules.contains(finding.rule())
                    && job.filter(finding.job()::equals).isPresent();
        }

        boolean holds(Finding finding) {
            return rules.contains(finding.rule())
                    && finding.span().startLine() <= last
                    && finding.span().endLine() >= first;
        }
    }

    private final Map<String, List<Cover>> covers = new HashMap<>();
    private final List<Gap> gaps = new ArrayList<>();

    private IgnoreComments() {}

    /** Those in the pipeline's files, and in the scripts that findings are in. */
    static IgnoreComments in(Pipeline pipeline, List<Finding> findings) {
        var comments = new IgnoreComments();
        var seen = new HashSet<String>();
        Stream.concat(
                        pipeline.sources().stream(),
                        findings.stream().map(finding -> finding.span().source()))
                .filter(source -> seen.add(source.path()))
                .forEach(source -> comments.read(source, pipeline));
        return comments;
    }

    private void read(Source source, Pipeline pipeline) {
        List<IgnoreComment.Written> found = IgnoreComment.in(source);
        if (found.isEmpty()) {
            return;
        }
        Map<Integer, YamlMap.Entry> blocks = blocks(source, pipeline);
        for (IgnoreComment.Written written : found) {
            IgnoreComment comment = written.comment();
            if (comment.rules().isEmpty()) {
                gaps.add(new Gap(
                        written.place(),
                        "This comment is not understood; write '# kanilint: ignore <rule> -- reason'.",
                        true));
            }
            var known = new HashSet<String>();
            for (IgnoreComment.Name name : comment.rules()) {
                if (RULES.contains(name.text())) {
                    known.add(name.text());
                } else {
                    gaps.add(new Gap(name.place(), unknown(name.text()), true));
                }
            }
            covers.computeIfAbsent(source.path(), _ -> new ArrayList<>())
                    .add(cover(comment.line(), blocks.get(comment.line()), known));
        }
    }

    private static Cover cover(int line, YamlMap.@Nullable Entry block, Set<String> rules) {
        return block == null
                ? new Cover(line, line, Optional.empty(), rules)
                : new Cover(line, Math.max(line, block.value().span().endLine()), block.name(), rules);
    }

    /** Jobs and the other blocks of a file, by the line on which they begin. */
    private static Map<Integer, YamlMap.Entry> blocks(Source source, Pipeline pipeline) {
        var blocks = new HashMap<Integer, YamlMap.Entry>();
        pipeline.contents().stream()
                .flatMap(content -> content.entries().stream())
                .filter(entry -> entry.key().span().source().path().equals(source.path()))
                .filter(entry -> entry.value() instanceof YamlMap)
                .forEach(entry -> blocks.put(entry.key().span().startLine(), entry));
        return blocks;
    }

    private static String unknown(String name) {
        String first = name.split("\\s", 2)[0];
        if (RULES.contains(first)) {
            return "This comment ignores nothing: commas stand between rules, and ' -- ' before the reason.";
        }
        String meant = Nearest.question(first, RULES);
        return "This comment ignores '%s', which is no rule%s".formatted(name, meant.isEmpty() ? "." : meant);
    }

    boolean cover(Finding finding) {
        List<Cover> here = covers.getOrDefault(finding.span().source().path(), List.of());
        return here.stream().anyMatch(cover -> cover.holds(finding))
                || covers.values().stream().flatMap(List::stream).anyMatch(cover -> cover.holdsJobOf(finding));
    }

    /** Comments that cannot be followed. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }
}
