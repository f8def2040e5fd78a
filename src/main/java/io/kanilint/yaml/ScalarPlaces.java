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
            return decoded.take(value.length(), span.source(), span.end() - (isQuoted(scalar) ? 1 : 0));
        }
        int[] offsets = new int[value.length() + 1];
        Arrays.fill(offsets, span.start());
        offsets[value.length()] = span.end();
        return MappedText.of(value, span.source(), offsets);
    }

    private static boolean isQuoted(YamlScalar scalar) {
        return scalar.style() == YamlScalar.Style.SINGLE_QUOTED || scalar.style() == YamlScalar.Style.DOUBLE_QUOTED;
    }
}
