package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user as other objects show it. */
final class UserJson {

    private UserJson() {}

    static Map<String, @Nullable Object> basic(User user) {
        return Json.object(
                "id",
                user.id(),
                "username",
                user.username(),
                "name",
                user.name(),
                "state",
                "active",
                "locked",
                false,
                "avatar_url",
                null,
                "web_url",
                null);
    }

    static Map<String, @Nullable Object> self(User user) {
        var json = basic(user);
        json.put("bot", user.bot());
        json.put("email", "[REDACTED]");
        return json;
    }

    static Map<String, @Nullable Object> inHook(User user) {
        return Json.object(
                "id",
                user.id(),
                "name",
                user.name(),
                "username",
                user.username(),
                "avatar_url",
                null,
                "email",
                "[REDACTED]");
    }
}
