package io.kanilint.lint;

import io.kanilint.lint.SettingsReader.SettingsText;
import io.kanilint.text.Nearest;
import io.kanilint.text.Span;
import io.kanilint.yaml.YamlList;
import io.kanilint.yaml.YamlMap;
import io.kanilint.yaml.YamlNode;
import io.kanilint.yaml.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of the settings, of which every key is known. */
record SettingsMap(YamlMap map, String name) {
    /** A list of more words says less than a pointer to where they are listed. */
    private static final int MOST_LISTED = 6;

    static SettingsMap of(YamlNode node, String name, List<String> known) {
        if (!(node.target() instanceof YamlMap map)) {
            throw new SettingsException(
                    node.span(), "%s must be a mapping, not %s.".formatted(capital(name), node.kind()));
        }
        var keys = new HashSet<String>();
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.name().orElse("");
            if (!key.equals("<<") && !keys.add(key)) {
                throw new SettingsException(entry.key().span(), "'%s' is given twice.".formatted(key));
            }
        }
        map.effective().forEach((key, entry) -> {
            if (!known.contains(key)) {
                throw unknown(entry.key().span(), "%s knows no '%s'".formatted(capital(name), key), key, known);
            }
        });
        return new SettingsMap(map, name);
    }

    static List<YamlNode> list(YamlNode node, String name) {
        if (!(node.target() instanceof YamlList list)) {
            throw new SettingsException(
                    node.span(), "%s must be a list, not %s.".formatted(capital(name), node.kind()));
        }
        return list.items();
    }

    /** What is wrong, and the known word that was meant; if none is near, those that there are. */
    static SettingsException unknown(Span place, String wrong, String word, List<String> known) {
        String meant = Nearest.question(word, known);
        if (!meant.isEmpty()) {
            return new SettingsException(place, wrong + meant);
        }
        return new SettingsException(
                place,
                known.size() > MOST_LISTED
                        ? wrong + "; 'kanilint rules' lists the rules."
                        : "%s; there are %s and %s."
                                .formatted(
                                        wrong, String.join(", ", known.subList(0, known.size() - 1)), known.getLast()));
    }

    Set<String> keys() {
        return map.effective().keySet();
    }

    /** The value of a key; null if it is not there, or written as nothing. */
    @Nullable
    YamlNode value(String key) {
        return map.get(key).filter(value -> !value.isNull()).orElse(null);
    }

    Optional<SettingsText> text(String key) {
        return Optional.ofNullable(map.effective().get(key)).map(entry -> text(key, entry));
    }

    private static SettingsText text(String key, YamlMap.Entry entry) {
        YamlNode value = entry.value();
        if (value.target() instanceof YamlScalar scalar && !value.isNull()) {
            return new SettingsText(scalar.value(), value.span());
        }
        // Nothing has no place of its own.
        Span place = value.isNull() ? entry.key().span() : value.span();
        throw new SettingsException(place, "'%s' must be a text, not %s.".formatted(key, value.kind()));
    }

    SettingsText demanded(String key) {
        SettingsText text = text(key)
                .orElseThrow(() -> new SettingsException(map.span(), "%s needs a '%s'.".formatted(capital(name), key)));
        if (text.value().isBlank()) {
            throw new SettingsException(text.place(), "'%s' is empty.".formatted(key));
        }
        return text;
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
