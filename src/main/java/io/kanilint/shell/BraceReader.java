package io.kanilint.shell;

import io.kanilint.shell.WordReader.Mode;
import java.util.ArrayList;
import java.util.List;

/** Reads <code>{a,b}</code> and <code>{1..3}</code>; braces that are neither are text. */
final class BraceReader {
    private static final int DEEPEST = 20;

    private final Cursor in;
    private final WordReader words;
    private int depth;

    BraceReader(Cursor in, WordReader words) {
        this.in = in;
        this.words = words;
    }

    /** Reads from the opening brace; where no closing one comes, to the end of the word. */
    void read(Parts parts) {
        int start = in.index();
        in.skip(1);
        if (depth == DEEPEST || (parts.isEmpty() && in.peek() == '}')) {
            parts.literal(in.took("}") ? "{}" : "{", false);
            return;
        }
        List<Word> alternatives = alternatives();
        boolean closed = in.took("}");
        String text = in.text.substring(start, in.at);
        if (closed && alternatives.size() > 1) {
            parts.add(new WordPart.Braces(text, alternatives));
        } else if (closed && BraceRange.isRange(alternatives.getFirst())) {
            var range = new BraceRange(alternatives.getFirst());
            parts.add(
                    in.allowance.writesOut(range.size())
                            ? new WordPart.Braces(text, range.words())
                            : new WordPart.Unknown(text, false));
        } else {
            asText(parts, alternatives, closed);
        }
    }

    private List<Word> alternatives() {
        depth++;
        try {
            var alternatives = new ArrayList<Word>();
            do {
                alternatives.add(alternative(depth > 1 || !alternatives.isEmpty()));
            } while (in.took(","));
            return alternatives;
        } finally {
            depth--;
        }
    }

    /**
     * Reads up to a comma or a brace. As in Bash, a brace does not close outer braces without a comma or two dots in
     * them: of <code>{a}b,c}</code> it makes {@code a}b} and {@code c}.
     */
    private Word alternative(boolean mayClose) {
        int start = in.end();
        var parts = new Parts();
        boolean closes = mayClose;
        while (!words.atWordEnd() && in.peek() != ',' && !(closes && in.peek() == '}')) {
            closes |= in.looksAt("..");
            words.part(parts, Mode.ARGUMENT);
        }
        return new Word(parts.all(), start, in.end());
    }

    private static void asText(Parts parts, List<Word> alternatives, boolean closed) {
        parts.literal('{', false);
        for (int i = 0; i < alternatives.size(); i++) {
            if (i > 0) {
                parts.literal(',', false);
            }
            alternatives.get(i).parts().forEach(parts::add);
        }
        if (closed) {
            parts.literal('}', false);
        }
    }
}
