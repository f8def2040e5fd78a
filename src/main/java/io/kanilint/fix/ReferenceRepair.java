package io.kanilint.fix;

import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the places that name a job name those in its stead, in the style in which they are written. */
final class ReferenceRepair {
    private static final Pattern ANCHOR = Pattern.compile("[&!][^\\s,\\[\\]{}]*\\s+$");

    private final Pipeline pipeline;
    private final List<String> names;
    private final String template;
    private final TextChanges changes;

    private ReferenceRepair(Pipeline pipeline, List<String> names, String template, TextChanges changes) {
        this.pipeline = pipeline;
        this.names = names;
        this.template = template;
        this.changes = changes;
    }

    /**
     * Adds the changes.
     *
     * @param names the new jobs, which take the old one's place where jobs wait for it
     * @param template what takes its place where jobs are made of it
     * @return why it cannot be done, if it cannot
     */
    static Optional<String> of(
            Pipeline pipeline, List<JobUse> uses, List<String> names, String template, TextChanges changes) {
        var repair = new ReferenceRepair(pipeline, names, template, changes);
        return uses.stream().map(repair::repair).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> repair(JobUse use) {
        Source source = use.span().source();
        if (!pipeline.own().contains(source)) {
            return Optional.of("'%s', which lies outside of the project, names the job".formatted(source.path()));
        }
        return switch (use) {
            case JobUse.Fixed(Span _, String reason) -> Optional.of(reason);
            case JobUse.Parent(YamlScalar name) -> rename(name);
            case JobUse.Reference reference -> rename(reference.name());
            case JobUse.Item item -> item(item);
        };
    }

    private Optional<String> rename(YamlScalar name) {
        changes.replace(name.span(), YamlText.inPlaceOf(name, template));
        return isPlainText(name) ? Optional.empty() : Optional.of(unclear(name.span()));
    }

    /** Not put together of inputs, and no text of several lines. */
    private static boolean isPlainText(YamlScalar name) {
        return !name.span().text().contains("$[[") && !name.isBlock();
    }

    private static String unclear(Span span) {
        return "line %d of '%s' names the job in a way that cannot be repaired"
                .formatted(span.startLine(), span.source().path());
    }

    private Optional<String> item(JobUse.Item use) {
        Span item = use.item().span();
        YamlScalar name = use.name();
        Source source = item.source();
        boolean inside = name.span().source() == source
                && name.span().start() >= item.start()
                && name.span().end() <= item.end();
        if (!inside || !isPlainText(name) || hasAnchor(item)) {
            return Optional.of(unclear(item));
        }
        if (source.text().charAt(use.list().span().start()) == '[') {
            changes.replace(item, String.join(separator(use), copies(use)));
            return Optional.empty();
        }
        return block(use);
    }

    /** An anchor before the entry: what it stands for elsewhere is one job. */
    private static boolean hasAnchor(Span item) {
        return ANCHOR.matcher(item.before()).find();
    }

    /** The entry once for each new job. */
    private List<String> copies(JobUse.Item use) {
        Span item = use.item().span();
        Span name = use.name().span();
        String before = item.source().text().substring(item.start(), name.start());
        String after = item.source().text().substring(name.end(), item.end());
        return names.stream()
                .map(other -> before + YamlText.inPlaceOf(use.name(), other) + after)
                .toList();
    }

    /** What parts the entries of a list in brackets: a new line where each has its own. */
    private static String separator(JobUse.Item use) {
        Span item = use.item().span();
        String before = item.before();
        boolean ownLine =
                before.isBlank() && item.startLine() > use.list().span().startLine();
        return ownLine ? ",\n" + before : ", ";
    }

    private Optional<String> block(JobUse.Item use) {
        Span item = use.item().span();
        Source source = item.source();
        String before = item.before();
        String after = item.after();
        boolean ownLines = before.matches("\\s*-\\s+") && OwnLines.isNothing(after);
        if (!ownLines) {
            return Optional.of(unclear(item));
        }
        List<String> copies = copies(use);
        changes.replace(use.name().span(), YamlText.inPlaceOf(use.name(), names.getFirst()));
        String others = String.join(
                "",
                copies.subList(1, copies.size()).stream()
                        .map(copy -> "\n" + before + copy)
                        .toList());
        changes.addBelow(source, item.endLine(), others);
        return Optional.empty();
    }
}
