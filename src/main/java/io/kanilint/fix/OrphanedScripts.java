package io.kanilint.fix;

import io.kanilint.pipeline.Job;
import io.kanilint.pipeline.Pipeline;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scripts of templates that nothing runs any more once the only job that did writes its own. */
final class OrphanedScripts {
    private final Pipeline pipeline;
    private final JobReferences references;
    private final Job job;

    OrphanedScripts(Pipeline pipeline, JobReferences references, Job job) {
        this.pipeline = pipeline;
        this.references = references;
        this.job = job;
    }

    /** Takes a keyword out of the template in which the job's whole value of it is written. */
    void remove(String keyword, TextChanges changes) {
        List<Span> texts = job.script().items().stream()
                .filter(item -> item.keyword().equals(keyword))
                .map(item -> item.scalar().span())
                .toList();
        if (references.areAll()) {
            pipeline.contents().stream()
                    .filter(file -> pipeline.own().contains(file.span().source()))
                    .flatMap(file -> file.entries().stream())
                    .flatMap(template -> orphan(template, keyword, texts).stream())
                    .findFirst()
                    .ifPresent(span -> changes.replace(lines(span), ""));
        }
    }

    private Optional<Span> orphan(YamlMap.Entry template, String keyword, List<Span> texts) {
        String name = template.name().orElse("");
        if (!name.startsWith(".")
                || !(template.value() instanceof YamlMap map)
                || map.entries().size() < 2) {
            return Optional.empty();
        }
        return map.entries().stream()
                .filter(entry -> entry.name().filter(keyword::equals).isPresent())
                .map(JobBody::span)
                .filter(span -> texts.stream().allMatch(span::holds))
                .filter(span -> OwnLines.has(span) && !isUsed(name, keyword, span))
                .findFirst();
    }

    private boolean isUsed(String name, String keyword, Span span) {
        boolean byJobs = pipeline.jobs().stream()
                .filter(other -> !other.name().equals(job.name()))
                .flatMap(other -> Stream.concat(other.script().items().stream(), other.afterScript().items().stream()))
                .map(ScriptItem::scalar)
                .anyMatch(scalar -> span.holds(scalar.span()));
        boolean byReference = references.of(name).stream()
                .anyMatch(use -> use instanceof JobUse.Reference reference
                        && (reference.reference().path().size() == 1
                                || reference.reference().path().get(1).value().equals(keyword)));
        boolean byAlias = pipeline.contents().stream()
                .filter(file -> file.span().source() == span.source())
                .flatMap(Aliases::in)
                .anyMatch(alias -> span.holds(alias.target().span()));
        return byJobs || byReference || byAlias;
    }

    /** The whole lines, with the comments above them and the blank lines that would be left over. */
    private static Span lines(Span span) {
        Source source = span.source();
        int first = OwnLines.withComments(source, span.startLine());
        int last = span.endLine();
        while (last < source.lineCount()
                && source.line(last + 1).isBlank()
                && first > 1
                && source.line(first - 1).isBlank()) {
            last++;
        }
        return new Span(
                source,
                source.lineStart(first),
                source.lineEnd(last) + source.lineBreak(last).length());
    }
}
