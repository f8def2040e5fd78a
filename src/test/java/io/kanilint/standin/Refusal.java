package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GitLab's no: a status and a body in its words. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    private Refusal(int status, Map<String, @Nullable Object> body) {
        super(status + " " + body, null, false, false);
        answer = Answer.json(status, body);
    }

    Answer answer() {
        return answer;
    }

    static Refusal message(int status, Object message) {
        return new Refusal(status, Json.object("message", message));
    }

    /** Parameters that the API refuses before it looks at anything, in the words of Grape. */
    static Refusal parameter(String error) {
        return new Refusal(400, Json.object("error", error));
    }

    static Refusal badRequest(String reason) {
        return message(400, "400 Bad request - " + reason);
    }

    static Refusal notFound(String what) {
        return message(404, "404 " + what + " Not Found");
    }

    static Refusal forbidden() {
        return message(403, "403 Forbidden");
    }

    static Refusal scope() {
        return new Refusal(
                403,
                Json.object(
                        "error", "insufficient_scope",
                        "error_description",
                                "The request requires higher privileges than provided by the access token.",
                        "scope", "api"));
    }
}
