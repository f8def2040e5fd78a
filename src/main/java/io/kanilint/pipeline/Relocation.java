package io.kanilint.pipeline;

import io.kanilint.text.MappedText;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlAlias;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlReference;
import io.kanilint.yaml.YamlScalar;
import java.util.IdentityHashMap;

/** Gives nodes that were read from an interpolated text the places at which a human wrote them. */
final class Relocation {
    private final InterpolatedText text;
    private final ScalarTexts texts;
    private final IdentityHashMap<YamlNode, YamlNode> moved = new IdentityHashMap<>();

    Relocation(InterpolatedText text, ScalarTexts texts) {
        this.text = text;
        this.texts = texts;
    }

    YamlNode move(YamlNode node) {
        YamlNode known = moved.get(node);
        if (known == null) {
            known = copy(node);
            moved.put(node, known);
        }
        return known;
    }

    private YamlNode copy(YamlNode node) {
        Span span = text.origin(node.span());
        return switch (node) {
            case YamlScalar scalar -> scalar(scalar, span);
            case YamlAlias alias -> new YamlAlias(span, alias.name(), move(alias.target()));
            case YamlReference reference ->
                new YamlReference(
                        span,
                        reference.path().stream()
                                .map(key -> scalar(key, text.origin(key.span())))
                                .toList());
            case YamlList list ->
                new YamlList(span, list.items().stream().map(this::move).toList(), list.expandedSize());
            case YamlMap map ->
                new YamlMap(
                        span,
                        map.entries().stream()
                                .map(entry -> new YamlMap.Entry(move(entry.key()), move(entry.value())))
                                .toList(),
                        map.expandedSize());
        };
    }

    private YamlScalar scalar(YamlScalar scalar, Span span) {
        var copy = new YamlScalar(span, scalar.value(), scalar.style(), scalar.contentIndent());
        if (text.isChanged(scalar.span().start(), scalar.span().end())) {
            texts.put(copy, text(scalar));
        }
        return copy;
    }

    private MappedText text(YamlScalar scalar) {
        MappedText interpolated = scalar.text();
        int length = scalar.value().length();
        int[] starts = new int[length];
        int[] ends = new int[length];
        for (int i = 0; i < length; i++) {
            Span character = interpolated.span(i, i + 1);
            starts[i] = text.offset(character.start());
            ends[i] = text.endOffset(character.end());
        }
        Span whole = text.origin(scalar.span());
        return MappedText.of(scalar.value(), whole, starts, ends);
    }
}
