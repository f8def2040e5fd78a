package io.kanilint.pipeline;

import io.kanilint.text.MappedText;
import io.kanilint.yaml.YamlScalar;
import java.util.IdentityHashMap;

/**
 * The texts of scalars, each decoded once: many jobs may share one script. Scalars that were put together by
 * interpolation cannot be decoded from their file at all and are kept here from the beginning.
 */
final class ScalarTexts {
    private final IdentityHashMap<YamlScalar, MappedText> known = new IdentityHashMap<>();

    void put(YamlScalar scalar, MappedText text) {
        known.put(scalar, text);
    }

    MappedText of(YamlScalar scalar) {
        return known.computeIfAbsent(scalar, YamlScalar::text);
    }
}
