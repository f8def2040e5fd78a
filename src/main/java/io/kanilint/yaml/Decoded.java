package io.kanilint.yaml;

import io.kanilint.text.MappedText;
import io.kanilint.text.Source;
import java.util.Arrays;

/** A scalar's text while it is decoded: each character with the offset at which it was written. */
final class Decoded {
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[64];

    void add(char character, int offset) {
        if (text.length() + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[text.length()] = offset;
        text.append(character);
    }

    void addAll(String source, int start, int end) {
        for (int i = start; i < end; i++) {
            add(source.charAt(i), i);
        }
    }

    boolean startsWith(String value) {
        return text.length() >= value.length() && text.indexOf(value) == 0;
    }

    /** The first characters with their places; {@code end} is where the last of them ends, unless more were decoded. */
    MappedText take(int length, Source source, int end) {
        int[] taken = Arrays.copyOf(offsets, length + 1);
        taken[length] = length < text.length() ? offsets[length] : end;
        return MappedText.of(text.substring(0, length), source, taken);
    }
}
