package io.kanilint.fix;

import io.kanilint.text.Edit;
import io.kanilint.text.Source;
import io.kanilint.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stretches of files, each within one line, that give way to other texts. */
public final class Replacements {
    private final Map<Integer, List<Span>> lines = new TreeMap<>();
    private final Map<Span, String> texts = new HashMap<>();

    /** One that lies beside the others. */
    public void add(Span span, String text) {
        lines.computeIfAbsent(span.startLine(), _ -> new ArrayList<>()).add(span);
        texts.put(span, text);
    }

    /** An edit for each line. All stretches must be of one file. */
    public List<Edit> edits() {
        return lines.entrySet().stream()
                .map(line -> edit(line.getKey(), line.getValue()))
                .toList();
    }

    private Edit edit(int line, List<Span> spans) {
        Source source = spans.getFirst().source();
        var cuts = new Cuts(source);
        spans.forEach(span -> cuts.replace(span.start(), span.end(), texts.getOrDefault(span, span.text())));
        return new Edit(source.path(), line, line, cuts.lines(line, line));
    }
}
