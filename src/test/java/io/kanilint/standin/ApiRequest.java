package io.kanilint.standin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request as the routes see it: who asks, and for what. */
record ApiRequest(
        String method, String url, Map<String, String> path, Map<String, @Nullable Object> params, User user) {

    ApiRequest at(Map<String, String> variables) {
        return new ApiRequest(method, url, variables, params, user);
    }

    ApiRequest by(User someone) {
        return new ApiRequest(method, url, path, params, someone);
    }

    String variable(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }

    /** Sent at all, even when empty. */
    boolean has(String name) {
        return params.get(name) != null;
    }

    /** A parameter, or one inside another: {@code text("position", "new_line")}. */
    Optional<String> text(String... names) {
        Object value = params;
        for (String name : names) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value == null || value instanceof Map || value instanceof List
                ? Optional.empty()
                : Optional.of(value.toString());
    }

    Optional<Integer> number(String... names) {
        return text(names).filter(text -> !text.isEmpty()).map(text -> {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException _) {
                throw Refusal.parameter(label(names) + " is invalid");
            }
        });
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true", "1", "t" -> true;
            case "false", "0", "f" -> false;
            default -> throw Refusal.parameter(name + " is invalid");
        });
    }

    String required(String... names) {
        return text(names).orElseThrow(() -> Refusal.parameter(label(names) + " is missing"));
    }

    @SuppressWarnings("unchecked")
    List<Map<String, @Nullable Object>> objects(String name) {
        return params.get(name) instanceof List<?> list ? (List<Map<String, @Nullable Object>>) list : List.of();
    }

    private static String label(String... names) {
        return names[0]
                + String.join(
                        "",
                        Arrays.stream(names)
                                .skip(1)
                                .map(name -> "[" + name + "]")
                                .toList());
    }
}
