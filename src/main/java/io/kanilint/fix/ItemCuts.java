package io.kanilint.fix;

import io.kanilint.text.Source;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlNode;
import java.util.regex.Pattern;

/** Leaves whole entries out of a list, with the comments above them. */
final class ItemCuts {
    private static final Pattern DASH = Pattern.compile("\\s*-\\s+([&!]\\S+\\s+)*");

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
        int line = item.span().startLine();
        String before =
                source.text().substring(source.lineStart(line), item.span().start());
        if (!DASH.matcher(before).matches()) {
            return false;
        }
        cutLines(index, line, item.span().endLine());
        return true;
    }

    private void cutFlow(int index) {
        YamlNode item = list.items().get(index);
        if (index + 1 < list.items().size()) {
            cuts.replace(item.span().start(), list.items().get(index + 1).span().start(), "");
        } else {
            int start = index == 0
                    ? item.span().start()
                    : list.items().get(index - 1).span().end();
            cuts.replace(start, item.span().end(), "");
        }
    }

    private void cutLines(int index, int firstLine, int lastLine) {
        int above = index == 0
                ? list.span().startLine() - leadingLines()
                : list.items().get(index - 1).span().endLine() + 1;
        int first = firstLine;
        while (first > above && source.line(first - 1).stripLeading().startsWith("#")) {
            first--;
        }
        int last = lastLine;
        if (index + 1 < list.items().size()) {
            while (source.line(last + 1).isBlank()) {
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
