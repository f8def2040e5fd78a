package io.kanilint.fix;

import io.kanilint.text.Source;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import java.util.regex.Pattern;

/** Leaves whole entries out of a list, with the comments above them. */
final class ItemCuts {
    private static final Pattern AFTER_ENTRY = Pattern.compile("\\s*,?\\s*(#.*)?");

    private final Source source;
    private final YamlList list;
    private final Cuts cuts;

    ItemCuts(YamlList list, Cuts cuts) {
        this.source = list.span().source();
        this.list = list;
        this.cuts = cuts;
    }

    /** Leaves out one entry; false if it is written in a way that does not allow it. */
    boolean cut(YamlNode item) {
        int index = list.items().indexOf(item);
        if (index < 0) {
            return false;
        }
        if (source.text().charAt(list.span().start()) == '[') {
            cutFlow(index);
            return true;
        }
        int dash = dash(index);
        int line = source.lineOf(dash);
        if (!source.text().substring(source.lineStart(line), dash).isBlank()) {
            return false;
        }
        cutLines(index, line, item.span().endLine());
        return true;
    }

    /** Where the dash of an entry is: only blanks and comments stand between it and the entry above. */
    private int dash(int index) {
        int at = index == 0
                ? list.span().start()
                : list.items().get(index - 1).span().end();
        while (source.text().charAt(at) != '-') {
            at = source.text().charAt(at) == '#' ? source.lineEnd(source.lineOf(at)) : at + 1;
        }
        return at;
    }

    /** An entry on lines of its own goes with its lines; the comma that is then the last one goes too. */
    private void cutFlow(int index) {
        YamlNode item = list.items().get(index);
        if (isAlone(index)) {
            int first = OwnLines.withComments(source, item.span().startLine());
            int last = item.span().endLine();
            while (index + 1 < list.items().size()
                    && last < source.lineCount()
                    && source.line(last + 1).isBlank()) {
                last++;
            }
            while (index > 0
                    && index + 1 == list.items().size()
                    && source.line(first - 1).isBlank()) {
                first--;
            }
            cuts.removeLines(first, last);
        } else if (index + 1 < list.items().size()) {
            cuts.replace(item.span().start(), list.items().get(index + 1).span().start(), "");
        } else {
            cuts.replace(startOfLast(index), item.span().end(), "");
        }
    }

    /** The comma before the last entry goes with it, unless a comment stands behind it. */
    private int startOfLast(int index) {
        int start = list.items().get(index).span().start();
        int above = index == 0 ? start : list.items().get(index - 1).span().end();
        return source.text().substring(above, start).contains("#") ? start : above;
    }

    private boolean isAlone(int index) {
        Span item = list.items().get(index).span();
        return item.before().isBlank() && AFTER_ENTRY.matcher(item.after()).matches();
    }

    private void cutLines(int index, int firstLine, int lastLine) {
        int above = index == 0
                ? list.span().startLine() - leadingLines()
                : list.items().get(index - 1).span().endLine() + 1;
        int first = Math.max(Math.min(above, firstLine), OwnLines.withComments(source, firstLine));
        int last = lastLine;
        if (index + 1 < list.items().size()) {
            while (last < source.lineCount() && source.line(last + 1).isBlank()) {
                last++;
            }
        } else {
            while (first > above && source.line(first - 1).isBlank()) {
                first--;
            }
        }
        cuts.removeLines(first, last);
    }

    /** How many comment and blank lines stand between the key and the first entry. */
    private int leadingLines() {
        int count = 0;
        int line = list.span().startLine() - 1;
        while (line - count >= 1) {
            String text = source.line(line - count).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                break;
            }
            count++;
        }
        return count;
    }
}
