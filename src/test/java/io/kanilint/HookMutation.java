package io.kanilint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils JSON: values of another kind, other numbers, other characters, pieces gone, twice or in another place. */
final class HookMutation {
    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"(?:[^\"\\\\]++|\\\\.)*+\"|-?\\d+|true|false|null)");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "7",
            "4711",
            "2147483648",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "-1e-400",
            "1.5",
            "NaN",
            "\"\"",
            "\" \"",
            "\"7\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\u202e\uFEFF\"",
            "\"merge_request\"",
            "\"update\"",
            "\"success\"",
            "\"refs/merge-requests/99999999999/head\"",
            "\"refs/heads/\"",
            "\"2026-99-99 09:15:08 UTC\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"ci/a.yml@group/project\"",
            "\"'; DROP TABLE delivery; --\"",
            "[]",
            "[null]",
            "{}",
            "{\"id\": {\"id\": 1}}",
            "[".repeat(400) + "]".repeat(400),
            "\"" + "x".repeat(70_000) + "\"",
            "\"" + "😀".repeat(300) + "\"",
            "1".repeat(990),
            "1".repeat(1_100));

    private final Random random;

    HookMutation(Random random) {
        this.random = random;
    }

    byte[] of(String json) {
        String text = json;
        for (int i = random.nextInt(4); i >= 0; i--) {
            text = otherValue(text);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(6)) {
            case 0 -> otherByte(bytes);
            case 1 -> cut(bytes);
            case 2 -> twice(bytes);
            default -> bytes;
        };
    }

    private String otherValue(String json) {
        Matcher matcher = VALUE.matcher(json);
        int count = (int) matcher.results().count();
        if (count == 0) {
            return json;
        }
        int chosen = random.nextInt(count);
        matcher.reset();
        for (int i = 0; i <= chosen; i++) {
            matcher.find();
        }
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return json.substring(0, matcher.start()) + value + json.substring(matcher.end());
    }

    private byte[] otherByte(byte[] bytes) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
        return changed;
    }

    private byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    private byte[] twice(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        byte[] more = Arrays.copyOf(bytes, bytes.length + from);
        System.arraycopy(bytes, 0, more, bytes.length, from);
        return more;
    }
}
