package io.kanilint.standin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Ordered JSON objects without classes for them. */
final class Json {

    private static final DateTimeFormatter API = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter HOOK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'");

    private Json() {}

    static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    static String write(@Nullable Object value) {
        return JsonMapper.shared().writeValueAsString(value);
    }

    static @Nullable Object read(String json) {
        return JsonMapper.shared().readValue(json, Object.class);
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : API.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Hooks carry times in another form than the API. */
    static String hookTime(Instant instant) {
        return HOOK.format(instant.atOffset(ZoneOffset.UTC));
    }
}
