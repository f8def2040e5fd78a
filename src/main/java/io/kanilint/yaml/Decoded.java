package io.kanilint.yaml;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.Arrays;

/** A scalar's text while it is decoded: each character with the stretch that it was written as. */
final class Decoded {
    private final StringBuilder text;
    private int[] starts;
    private int[] ends;

    /** Nothing yet, with room for a value of some length. */
    Decoded(int expected) {
        this.text = new StringBuilder(expected);
        this.starts = new int[expected];
        this.ends = new int[expected];
    }

    void add(char character, int start, int end) {
        if (text.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2 + 16);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(character);
    }

    void addAll(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            add(source.charAt(i), i, i + 1);
        }
    }

    int length() {
        return text.length();
    }

    boolean startsWith(String value) {
        return text.length() >= value.length() && value.contentEquals(text.subSequence(0, value.length()));
    }

    /** The first characters with their places. */
    MappedText take(int length, Span whole) {
        return MappedText.of(
                text.substring(0, length), whole, Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    }
}
