package io.kanilint.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in <code>{1..3}</code> or <code>{a..e..2}</code>. */
final class BraceRange {
    private static final String NUMBER = "(-?[0-9]{1,8})";
    private static final Pattern RANGE =
            Pattern.compile("(?:%1$s\\.\\.%1$s|([A-Za-z])\\.\\.([A-Za-z]))(?:\\.\\.%1$s)?".formatted(NUMBER));

    private final Word text;
    private final boolean letters;
    private final int first;
    private final int last;
    private final int step;
    /** A zero in front of a number asks for numbers of equal length. */
    private final int width;

    /** The word must be a range. */
    BraceRange(Word text) {
        this.text = text;
        Matcher range = RANGE.matcher(text.pattern());
        if (!range.matches()) {
            throw new IllegalArgumentException("no range");
        }
        letters = range.group(3) != null;
        String from = letters ? range.group(3) : range.group(1);
        String to = letters ? range.group(4) : range.group(2);
        first = letters ? from.charAt(0) : Integer.parseInt(from);
        last = letters ? to.charAt(0) : Integer.parseInt(to);
        step = range.group(5) == null ? 1 : Math.max(1, Math.abs(Integer.parseInt(range.group(5))));
        boolean padded = from.matches("-?0[0-9]+") || to.matches("-?0[0-9]+");
        width = padded ? Math.max(from.length(), to.length()) : 0;
    }

    static boolean isRange(Word word) {
        return word.parts().size() == 1
                && word.parts().getFirst() instanceof WordPart.Literal(String text, boolean quoted)
                && !quoted
                && RANGE.matcher(text).matches();
    }

    int size() {
        return Math.abs(last - first) / step + 1;
    }

    List<Word> words() {
        var words = new ArrayList<Word>();
        int sign = last < first ? -1 : 1;
        for (int i = 0; i < size(); i++) {
            int value = first + sign * i * step;
            String written = letters ? String.valueOf((char) value) : padded(value);
            words.add(new Word(List.of(new WordPart.Literal(written, false)), text.start(), text.end()));
        }
        return words;
    }

    private String padded(int number) {
        String digits = String.valueOf(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        return sign + "0".repeat(Math.max(0, width - sign.length() - digits.length())) + digits;
    }
}
