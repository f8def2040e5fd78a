package io.kanilint.standin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Parameters of query, form and JSON alike, as one tree: {@code position[new_line]} lies below {@code position}. */
final class Params {

    private final Map<String, @Nullable Object> tree = new LinkedHashMap<>();

    Params addForm(String text) {
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return this;
    }

    @SuppressWarnings("unchecked")
    Params addJson(String text) {
        try {
            if (!text.isBlank() && Json.read(text) instanceof Map<?, ?> map) {
                tree.putAll((Map<String, Object>) map);
            }
        } catch (JacksonException _) {
            throw Refusal.parameter("Problem parsing JSON");
        }
        return this;
    }

    Map<String, @Nullable Object> tree() {
        return tree;
    }

    @SuppressWarnings("unchecked")
    private void put(String name, String value) {
        var keys = name.replace("]", "").split("\\[", -1);
        Map<String, @Nullable Object> level = tree;
        for (int i = 0; i < keys.length - 1; i++) {
            var inner = level.get(keys[i]) instanceof Map<?, ?> map ? map : new LinkedHashMap<String, Object>();
            level.put(keys[i], inner);
            level = (Map<String, @Nullable Object>) inner;
        }
        String last = keys[keys.length - 1];
        // A list: its entries are put one below the other.
        level.merge(last, value, (first, next) -> last.isEmpty() ? first + "\n" + next : next);
    }

    static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
