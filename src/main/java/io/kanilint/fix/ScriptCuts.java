package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.text.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leaves units out of the text of an entry, with the comments that belong to them and the operators that tied them. */
final class ScriptCuts {
    /** What may follow a command on its line and goes with it. */
    private static final Pattern REST_OF_LINE = Pattern.compile("(?:[ \\t]*;)?(?:[ \\t]+#[^\\n]*)?");

    private final Script script;
    private final List<Unit> units;
    private final Set<Unit> removed;
    private final Cuts cuts;

    ScriptCuts(Script script, List<Unit> units, Set<Unit> removed, Cuts cuts) {
        this.script = script;
        this.units = units;
        this.removed = removed;
        this.cuts = cuts;
    }

    /** Cuts the removed units out of one entry, of which others stay. */
    void cut(int item) {
        for (int first = 0; first < units.size(); ) {
            int last = first;
            while (last + 1 < units.size() && units.get(last + 1).chained()) {
                last++;
            }
            cutChain(units.subList(first, last + 1), item);
            first = last + 1;
        }
    }

    private void cutChain(List<Unit> chain, int item) {
        if (removed.containsAll(chain)) {
            remove(
                    lead(chain.getFirst().start(), item),
                    restOfLine(chain.getLast().end()),
                    item);
            return;
        }
        boolean keptBefore = false;
        for (int i = 0; i < chain.size(); i++) {
            Unit unit = chain.get(i);
            if (!removed.contains(unit)) {
                keptBefore = true;
            } else if (keptBefore) {
                remove(chain.get(i - 1).end(), unit.end(), item);
            } else {
                remove(unit.start(), chain.get(i + 1).start(), item);
            }
        }
    }

    /** Where the comment lines directly above a command begin. */
    private int lead(int start, int item) {
        String text = script.text().text();
        int lead = start;
        int line = text.lastIndexOf('\n', start - 1) + 1;
        while (line > script.starts().get(item)) {
            int above = text.lastIndexOf('\n', line - 2) + 1;
            if (!text.substring(above, line).stripLeading().startsWith("#")) {
                break;
            }
            lead = above;
            line = above;
        }
        return lead;
    }

    private int restOfLine(int end) {
        Matcher rest = REST_OF_LINE
                .matcher(script.text().text())
                .region(end, script.text().text().length());
        return rest.lookingAt() ? rest.end() : end;
    }

    private void remove(int start, int end, int item) {
        int itemStart = script.starts().get(item);
        int itemEnd = itemStart + script.items().get(item).text().text().length();
        if (start < itemEnd && end > itemStart) {
            Span span = script.text().span(Math.max(start, itemStart), Math.min(end, itemEnd));
            cuts.remove(span.start(), span.end());
        }
    }
}
