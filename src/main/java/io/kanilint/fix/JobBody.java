package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import java.util.Optional;

/** A job as it is written: its lines, and where its keywords stand in them. */
record JobBody(Job job, YamlMap map) {

    /** Empty where the job is no mapping, as when it is an alias. */
    static Optional<JobBody> of(Job job) {
        return job.entry().value() instanceof YamlMap map ? Optional.of(new JobBody(job, map)) : Optional.empty();
    }

    Source source() {
        return job.span().source();
    }

    boolean holds(Span span) {
        return job.span().holds(span);
    }

    /** A keyword that is written in the job itself. */
    Optional<YamlMap.Entry> entry(String keyword) {
        return Optional.ofNullable(map.effective().get(keyword))
                .filter(entry ->
                        holds(entry.key().span()) && holds(entry.value().span()));
    }

    /** Whether an alias in the job stands for a node. */
    boolean uses(YamlNode anchored) {
        return Aliases.in(map).anyMatch(alias -> alias.target().equals(anchored));
    }

    /** From the keyword to the end of its value. */
    static Span span(YamlMap.Entry entry) {
        return entry.key().span().to(entry.value().span());
    }

    /** The first line of a keyword, with the comments above it. */
    int firstLine(YamlMap.Entry entry) {
        return OwnLines.withComments(source(), entry.key().span().startLine());
    }

    /** Whether each keyword begins a line of its own, below the job's name. */
    boolean isBlock() {
        return !map.entries().isEmpty()
                && map.entries().stream()
                        .map(entry -> entry.key().span())
                        .allMatch(key -> key.before().isBlank()
                                && key.startLine() > job.entry().key().span().startLine());
    }

    /** What stands before each keyword of a job in block style. */
    String indent() {
        return map.entries().getFirst().key().span().before();
    }
}
