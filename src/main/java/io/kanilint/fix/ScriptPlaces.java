package io.kanilint.fix;

import io.kanilint.pipeline.Script;
import io.kanilint.pipeline.ScriptItem;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlScalar;

/** Where the characters of a script are written, and how a text has to be written there. */
record ScriptPlaces(Script script) {

    /** The number of the entry that a place of the script lies in. */
    int itemAt(int offset) {
        int item = 0;
        while (item + 1 < script.starts().size() && script.starts().get(item + 1) <= offset) {
            item++;
        }
        return item;
    }

    ScriptItem item(int number) {
        return script.items().get(number);
    }

    /** Just past the last character of an entry. */
    int end(int item) {
        return script.starts().get(item) + item(item).text().text().length();
    }

    /** Whether a stretch lies in one entry. */
    boolean isInOne(int start, int end) {
        return end <= end(itemAt(start));
    }

    /** Where a stretch of one entry, not empty, is written. */
    Span span(int start, int end) {
        Span first = script.text().span(start, start + 1);
        return first.to(script.text().span(end - 1, end));
    }

    /** A text as it is written in an entry. */
    String encoded(String text, int item) {
        YamlScalar scalar = item(item).scalar();
        return switch (scalar.style()) {
            case DOUBLE_QUOTED -> text.replace("\\", "\\\\").replace("\"", "\\\"");
            case SINGLE_QUOTED -> text.replace("'", "''");
            case PLAIN, LITERAL, FOLDED -> text;
        };
    }
}
