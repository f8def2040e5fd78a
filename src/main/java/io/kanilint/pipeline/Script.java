package io.kanilint.pipeline;

import io.kanilint.text.MappedText;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands that one shell runs: the entries of {@code before_script} and {@code script} after one another, or those of
 * {@code after_script}.
 *
 * @param text all entries, one below the other
 * @param starts where each entry begins in that text
 */
public record Script(List<ScriptItem> items, MappedText text, List<Integer> starts) {

    static Script of(List<ScriptItem> items) {
        MappedText text = MappedText.lines(items.stream().map(ScriptItem::text).toList());
        var starts = new ArrayList<Integer>();
        int start = 0;
        for (ScriptItem item : items) {
            starts.add(start);
            start += item.text().text().length() + 1;
        }
        return new Script(List.copyOf(items), text, List.copyOf(starts));
    }
}
