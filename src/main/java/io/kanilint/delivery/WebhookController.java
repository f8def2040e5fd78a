package io.kanilint.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where GitLab delivers. The request is kept and answered, nothing more. Whatever is accepted gets 202, also what is of
 * no interest: GitLab switches off hooks that answer with errors.
 */
@RestController
class WebhookController {
    /** GitLab sends no larger payload (its limit for webhooks is 25 MB). */
    private static final int LARGEST_BODY = 25 * 1024 * 1024;

    private final WebhookTokens tokens;
    private final Inbox inbox;

    WebhookController(WebhookTokens tokens, Inbox inbox) {
        this.tokens = tokens;
        this.inbox = inbox;
    }

    @PostMapping("/webhooks/gitlab")
    ResponseEntity<String> receive(
            @RequestHeader(name = "X-Gitlab-Token", required = false) @Nullable String token,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        if (!tokens.accepts(token)) {
            return answer(HttpStatus.UNAUTHORIZED, "The X-Gitlab-Token is missing or wrong.");
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 25 MB.");
        }
        byte[] body;
        try {
            body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        } catch (IOException _) {
            return answer(HttpStatus.BAD_REQUEST, "The body did not arrive as a whole.");
        }
        if (body.length > LARGEST_BODY) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than 25 MB.");
        }
        Optional<Hook> hook = HookReader.read(body);
        if (hook.isEmpty()) {
            return answer(HttpStatus.BAD_REQUEST, "The body is not a JSON object.");
        }
        inbox.accept(DeliveryKey.of(key, body), hook.get());
        return ResponseEntity.accepted().build();
    }

    private static ResponseEntity<String> answer(HttpStatus status, String message) {
        return ResponseEntity.status(status).body(message + "\n");
    }
}
