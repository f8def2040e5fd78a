package io.kanilint.yaml;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import java.util.Arrays;

/**
 * Finds for each character of a scalar's value where it was written, by decoding the scalar again. Should the two
 * decodings ever differ, every character is placed at the scalar as a whole: coarse, but never wrong.
 */
final class ScalarPlaces {
    private ScalarPlaces() {}

    static MappedText of(YamlScalar scalar) {
        Span span = scalar.span();
        Decoded decoded = scalar.isBlock() ? BlockScalar.decode(scalar) : FlowScalar.decode(scalar);
        String value = scalar.value();
        if (decoded.startsWith(value)) {
            return decoded.take(value.length(), span);
        }
        int[] starts = new int[value.length()];
        int[] ends = new int[value.length()];
        Arrays.fill(starts, span.start());
        Arrays.fill(ends, span.end());
        return MappedText.of(value, span, starts, ends);
    }
}
