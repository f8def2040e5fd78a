package io.kanilint.doctor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What was looked at, for people or for scripts. */
final class CheckReport {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CheckReport() {}

    static String text(List<Check> checks) {
        int width =
                checks.stream().mapToInt(check -> check.name().length()).max().orElse(1);
        String list = checks.stream()
                .map(check ->
                        ("%-4s %-" + width + "s  %s\n").formatted(sign(check.status()), check.name(), check.text()))
                .collect(Collectors.joining());
        long left = checks.stream()
                .filter(check -> check.status() == Check.Status.DO)
                .count();
        String end = switch ((int) left) {
            case 0 -> "Nothing to do.";
            case 1 -> "One thing to do.";
            default -> left + " things to do.";
        };
        return list + "\n" + end + "\n";
    }

    private static String sign(Check.Status status) {
        return switch (status) {
            case OK, DO -> status.word().toUpperCase(Locale.ROOT);
            case UNKNOWN -> "?";
        };
    }

    static String json(List<Check> checks) {
        var root = new LinkedHashMap<String, Object>();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("checks", checks.stream().map(CheckReport::fields).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static Map<String, String> fields(Check check) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", check.name());
        fields.put("status", check.status().word());
        fields.put("text", check.text());
        return fields;
    }
}
