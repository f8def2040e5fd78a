package io.kanilint.fix;

import io.kanilint.pipeline.Pipeline;
import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of a job that may lie in several files, since a script can be written in a template. */
final class JobCuts {
    private final Pipeline pipeline;
    private final Map<Source, Cuts> cuts = new HashMap<>();
    private final Set<Span> entries = new LinkedHashSet<>();
    private boolean possible = true;

    JobCuts(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** The cuts of the file in which a place lies. */
    Cuts at(Span place) {
        pipeline.contents().stream()
                .filter(content -> content.span().source() == place.source())
                .flatMap(content -> content.entries().stream())
                .map(JobCuts::span)
                .filter(entry -> entry.start() <= place.start() && entry.end() >= place.start())
                .findFirst()
                .ifPresentOrElse(entries::add, () -> possible = false);
        return cuts.computeIfAbsent(place.source(), Cuts::new);
    }

    private static Span span(YamlMap.Entry entry) {
        return entry.key().span().source() == entry.value().span().source()
                ? entry.key().span().to(entry.value().span())
                : entry.key().span();
    }

    /** The files that change. */
    List<Source> sources() {
        return entries.stream().map(Span::source).distinct().toList();
    }

    /** The lines that change; none if some place lies in no entry of a file. */
    List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        for (Span entry : possible ? entries : Set.<Span>of()) {
            Source source = entry.source();
            int first = entry.startLine();
            int last = entry.endLine();
            List<String> after = at(entry).lines(first, last);
            int above = 0;
            int below = 0;
            while (first + above < last && above < after.size() - 1 && line(source, first + above, after.get(above))) {
                above++;
            }
            while (last - below > first + above
                    && after.size() - below > above + 1
                    && line(source, last - below, after.get(after.size() - 1 - below))) {
                below++;
            }
            edits.add(new Edit(source.path(), first + above, last - below, after.subList(above, after.size() - below)));
        }
        return edits;
    }

    private static boolean line(Source source, int line, String text) {
        return source.line(line).equals(text);
    }
}
