package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A hidden job that holds what the new jobs share: the old one's lines under another name, mostly without its script. */
final class SharedTemplate {
    /** What is longer is not written several times. */
    private static final int MOST_COPIED = 12;

    private final JobBody body;
    private final Set<String> altered;
    private final List<Span> ownAltered;

    /**
     * A template.
     *
     * @param altered the keywords that differ between the new jobs
     */
    SharedTemplate(JobBody body, Set<String> altered) {
        this.body = body;
        this.altered = altered;
        this.ownAltered = altered.stream()
                .flatMap(keyword -> body.entry(keyword).stream())
                .map(JobBody::span)
                .toList();
    }

    /** Whether so much is shared that nobody would want to keep several copies alike. */
    boolean isWorthIt() {
        return body.isBlock() && sharedLines() > MOST_COPIED;
    }

    private long sharedLines() {
        Span whole = body.job().span();
        return Stream.iterate(whole.startLine() + 1, line -> line <= whole.endLine(), line -> line + 1)
                .filter(line ->
                        ownAltered.stream().noneMatch(span -> span.startLine() <= line && line <= span.endLine()))
                .map(line -> body.source().line(line).strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .count();
    }

    /** Whether an alias elsewhere stands for something in the job, so that it must stay what it is, in one place. */
    boolean hasAnchorUsedElsewhere(Pipeline pipeline) {
        return targets(pipeline).anyMatch(body::holds);
    }

    /** Whether others use what the new jobs write themselves, so that the template must keep it. */
    boolean mustKeepScripts(Pipeline pipeline, List<JobUse> uses) {
        Job job = body.job();
        boolean byReference = uses.stream()
                .anyMatch(use -> use instanceof JobUse.Reference(YamlReference reference, YamlScalar _)
                        && (reference.path().size() == 1
                                || altered.contains(reference.path().get(1).value())));
        boolean byJobs = pipeline.jobs().stream()
                .filter(other -> !other.name().equals(job.name()))
                .flatMap(other -> Stream.concat(other.script().items().stream(), other.afterScript().items().stream()))
                .map(ScriptItem::scalar)
                .anyMatch(scalar -> isInAltered(scalar.span()));
        return byReference || byJobs || targets(pipeline).anyMatch(this::isInAltered);
    }

    private boolean isInAltered(Span span) {
        return ownAltered.stream().anyMatch(own -> own.holds(span));
    }

    /** What the aliases outside of the job stand for. */
    private Stream<Span> targets(Pipeline pipeline) {
        return pipeline.contents().stream()
                .filter(file -> file.span().source() == body.source())
                .flatMap(Aliases::in)
                .filter(alias -> !body.holds(alias.span()))
                .map(alias -> alias.target().span());
    }

    /** Whether nothing but scripts is there to be shared. */
    boolean isEmptyWithoutScripts() {
        return body.map().entries().stream().allMatch(entry -> ownAltered.contains(JobBody.span(entry)));
    }

    /** The template's lines; empty where it cannot be written. */
    Optional<List<String>> lines(String name, boolean withScripts) {
        if (!body.isBlock()) {
            return Optional.empty();
        }
        var cuts = new Cuts(body.source());
        Span key = body.job().entry().key().span();
        cuts.replace(key.start(), key.end(), JobNames.asKey(key.text(), name));
        if (!withScripts) {
            altered.stream()
                    .flatMap(keyword -> body.entry(keyword).stream())
                    .forEach(entry -> cuts.removeLines(
                            body.firstLine(entry), JobBody.span(entry).endLine()));
        }
        Span whole = body.job().span();
        return Optional.of(JobCopy.withoutBlankEnd(cuts.lines(whole.startLine(), whole.endLine())));
    }
}
