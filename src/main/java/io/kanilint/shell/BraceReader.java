package io.kanilint.shell;

import io.kanilint.shell.WordReader.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads <code>{a,b}</code> and <code>{1..3}</code>; braces that are neither are text. */
final class BraceReader {
    private static final Pattern RANGE = Pattern.compile(
            "(-?[0-9]{1,9})\\.\\.(-?[0-9]{1,9})(?:\\.\\.(-?[0-9]{1,9}))?|([A-Za-z])\\.\\.([A-Za-z])(?:\\.\\.(-?[0-9]{1,9}))?");
    private static final int LONGEST_RANGE = 1000;
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
        if (depth == DEEPEST) {
            parts.literal('{', false);
            return;
        }
        List<Word> alternatives = alternatives();
        boolean closed = in.took("}");
        if (closed && alternatives.size() == 1) {
            alternatives.addAll(range(alternatives.removeFirst()));
        }
        String text = in.text.substring(start, in.at);
        if (closed && alternatives.size() > 1) {
            parts.add(new WordPart.Braces(text, alternatives));
        } else {
            asText(parts, alternatives, closed);
        }
    }

    private List<Word> alternatives() {
        depth++;
        try {
            var alternatives = new ArrayList<Word>();
            do {
                alternatives.add(alternative());
            } while (in.took(","));
            return alternatives;
        } finally {
            depth--;
        }
    }

    private Word alternative() {
        int start = in.end();
        var parts = new Parts();
        while (!words.atWordEnd() && in.peek() != ',' && in.peek() != '}') {
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

    /** The words a range stands for, or the text itself where it is none. */
    private static List<Word> range(Word text) {
        if (text.parts().size() != 1 || !(text.parts().getFirst() instanceof WordPart.Literal literal)) {
            return List.of(text);
        }
        Matcher range = RANGE.matcher(literal.text());
        if (literal.quoted() || !range.matches()) {
            return List.of(text);
        }
        boolean letters = range.group(4) != null;
        int first = letters ? range.group(4).charAt(0) : Integer.parseInt(range.group(1));
        int last = letters ? range.group(5).charAt(0) : Integer.parseInt(range.group(2));
        String stepText = letters ? range.group(6) : range.group(3);
        int step = stepText == null ? 1 : Math.max(1, Math.abs(Integer.parseInt(stepText)));
        if (Math.abs((long) last - first) / step >= LONGEST_RANGE) {
            return List.of(text);
        }
        int width = letters ? 0 : width(range.group(1), range.group(2));
        var list = new ArrayList<Word>();
        int sign = last < first ? -1 : 1;
        for (long i = first; sign * (last - i) >= 0; i += (long) sign * step) {
            String value = letters ? String.valueOf((char) i) : padded(i, width);
            list.add(new Word(List.of(new WordPart.Literal(value, false)), text.start(), text.end()));
        }
        return list;
    }

    /** A zero in front of a number asks for numbers of equal length. */
    private static int width(String first, String last) {
        boolean padded = (first + " " + last).matches("-?0[0-9].*|.* -?0[0-9]+");
        return padded ? Math.max(first.length(), last.length()) : 0;
    }

    private static String padded(long number, int width) {
        String digits = String.valueOf(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
    }
}
