package io.kanilint.shell;

import java.util.List;

/** Reads the lines below a {@code <<}. */
final class HereDocumentReader {
    private final Cursor in;

    HereDocumentReader(Cursor in) {
        this.in = in;
    }

    /** Reads from the beginning of a line up to and with the line that is the delimiter. */
    void read(HereDocument document) {
        int start = in.at;
        var kept = new Excerpt.Builder();
        boolean continued = false;
        while (in.at < in.limit) {
            int lineEnd = in.text.indexOf('\n', in.at, in.limit);
            int next = lineEnd < 0 ? in.limit : lineEnd + 1;
            int first = continued ? in.at : afterTabs(document, next);
            if (!continued && isDelimiter(document, first, next)) {
                body(document, start, in.at, kept);
                in.at = next;
                return;
            }
            if (!continued && in.substitutions > 0 && isDelimiterWithClosing(document, first, next)) {
                body(document, start, in.at, kept);
                in.at = first + document.delimiter().length();
                return;
            }
            if (document.stripsTabs()) {
                keep(kept, first, next);
            }
            continued = !document.quoted() && isContinued(next);
            in.at = next;
        }
        body(document, start, in.limit, kept);
    }

    private int afterTabs(HereDocument document, int lineEnd) {
        int first = in.at;
        while (document.stripsTabs() && first < lineEnd && in.text.charAt(first) == '\t') {
            first++;
        }
        return first;
    }

    private boolean isDelimiter(HereDocument document, int from, int lineEnd) {
        int length = document.delimiter().length();
        boolean ended = in.charAt(lineEnd - 1) == '\n';
        return lineEnd - from == length + (ended ? 1 : 0) && in.text.startsWith(document.delimiter(), from);
    }

    /** Bash lets the parenthesis that closes a substitution stand behind the delimiter. */
    private boolean isDelimiterWithClosing(HereDocument document, int from, int lineEnd) {
        int end = from + document.delimiter().length();
        if (end >= lineEnd || !in.text.startsWith(document.delimiter(), from)) {
            return false;
        }
        return in.text.indexOf(')', end, lineEnd) >= 0;
    }

    private void keep(Excerpt.Builder kept, int first, int next) {
        for (int i = in.at; i < first; i++) {
            kept.drop();
        }
        for (int i = first; i < next; i++) {
            kept.keep(in.text.charAt(i));
        }
    }

    /** Whether the line before this index ends in an odd number of backslashes. */
    private boolean isContinued(int next) {
        int backslashes = 0;
        while (next - 2 - backslashes >= 0 && in.text.charAt(next - 2 - backslashes) == '\\') {
            backslashes++;
        }
        return in.text.charAt(next - 1) == '\n' && backslashes % 2 == 1;
    }

    private void body(HereDocument document, int start, int end, Excerpt.Builder kept) {
        try {
            Cursor lines = document.stripsTabs() ? in.excerpt(kept.build(start)) : in.stretch(start, end);
            document.read(word(document, lines));
        } catch (ShellSyntaxException _) {
            Cursor lines = in.stretch(start, end);
            lines.moveTo(end);
            var text = new WordPart.Unknown(in.text.substring(start, end), true);
            document.read(new Word(List.of(text), in.stretch(start, end).start(), lines.end()));
        }
    }

    private static Word word(HereDocument document, Cursor lines) {
        int start = lines.start();
        var parts = new Parts();
        if (document.quoted()) {
            parts.literal(lines.text.substring(lines.at, lines.limit), true);
            lines.moveTo(lines.limit);
        }
        var words = new WordReader(lines);
        while (!lines.atEnd()) {
            words.insideHereDocument(parts);
        }
        return new Word(parts.all(), start, lines.end());
    }
}
