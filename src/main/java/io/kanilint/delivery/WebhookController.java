package io.kanilint.delivery;

import io.kanilint.trace.Traces;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where GitLab delivers. The request is kept and answered, nothing more. Whatever is accepted gets 202, also what is of
 * no interest: GitLab switches off hooks that answer with errors. A request that is signed is judged by its signature
 * alone: one that does not fit cannot be saved by a token.
 */
@RestController
class WebhookController {
    private static final String PATH = "/webhooks/gitlab";

    private final WebhookTokens tokens;
    private final SigningKeys keys;
    private final HookBodies bodies;
    private final Inbox inbox;
    private final AnswersFirst answers;
    private final DeliveryMeters meters;
    private final Traces traces;

    WebhookController(
            WebhookTokens tokens,
            SigningKeys keys,
            HookBodies bodies,
            Inbox inbox,
            AnswersFirst answers,
            DeliveryMeters meters,
            Traces traces) {
        this.tokens = tokens;
        this.keys = keys;
        this.bodies = bodies;
        this.inbox = inbox;
        this.answers = answers;
        this.meters = meters;
        this.traces = traces;
    }

    @PostMapping(PATH)
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        return traces.answering("POST", PATH, () -> {
            ResponseEntity<String> answer = meters.timing(() -> answer(request));
            Traces.answered(answer.getStatusCode().value());
            return answer;
        });
    }

    private ResponseEntity<String> answer(HttpServletRequest request) throws IOException {
        Optional<Signature> signed = Signature.of(request);
        if (signed.isEmpty()) {
            return tokens.accepts(request.getHeader("X-Gitlab-Token"))
                    ? bodies.answer(
                            request.getContentLengthLong(),
                            request.getInputStream(),
                            body -> accept(DeliveryKey.of(request.getHeader("Idempotency-Key"), body), body))
                    : refuse("The X-Gitlab-Token is missing or wrong.");
        }
        Signature signature = signed.get();
        Optional<String> refusal = keys.refusal(signature);
        return refusal.isPresent()
                ? refuse(refusal.get())
                : bodies.answer(
                        request.getContentLengthLong(),
                        request.getInputStream(),
                        body -> keys.fit(signature, body)
                                ? accept(DeliveryKey.of(signature.id(), body), body)
                                : refuse("The webhook-signature does not fit."));
    }

    private ResponseEntity<String> accept(String key, HookBody body) {
        Traces.tell(LogFields.DELIVERY, key);
        return answers.giving(() -> keep(key, body));
    }

    private ResponseEntity<String> keep(String key, HookBody body) {
        Optional<Hook> hook = HookReader.read(body);
        if (hook.isEmpty()) {
            return HookBodies.answer(HttpStatus.BAD_REQUEST, "The body is not a JSON object.");
        }
        inbox.accept(key, hook.get());
        return ResponseEntity.accepted().build();
    }

    private static ResponseEntity<String> refuse(String why) {
        return HookBodies.answer(HttpStatus.UNAUTHORIZED, why);
    }
}
