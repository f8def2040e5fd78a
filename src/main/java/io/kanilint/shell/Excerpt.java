package io.kanilint.shell;

import java.util.Arrays;

/** A stretch of text with some characters left out, such as the backslashes of nested backquotes. */
final class Excerpt {
    private final String text;
    private final int from;
    /** For each character left out, how many remained before it. */
    private final int[] cuts;

    private Excerpt(String text, int from, int[] cuts) {
        this.text = text;
        this.from = from;
        this.cuts = cuts;
    }

    /** What remains. */
    String text() {
        return text;
    }

    /** Where the character at an index of the text was. */
    int source(int index) {
        int position = Arrays.binarySearch(cuts, index);
        while (position >= 0 && position + 1 < cuts.length && cuts[position + 1] == index) {
            position++;
        }
        int before = position >= 0 ? position + 1 : -position - 1;
        return from + index + before;
    }

    /** Gathers an excerpt character by character. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] cuts = new int[4];
        private int count;

        void keep(char c) {
            text.append(c);
        }

        void drop() {
            if (count == cuts.length) {
                cuts = Arrays.copyOf(cuts, count * 2);
            }
            cuts[count++] = text.length();
        }

        /** @param from where the stretch begins */
        Excerpt build(int from) {
            return new Excerpt(text.toString(), from, Arrays.copyOf(cuts, count));
        }
    }
}
