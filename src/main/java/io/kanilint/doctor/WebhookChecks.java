package io.kanilint.doctor;

import io.kanilint.delivery.WebhookProperties;
import io.kanilint.gitlab.UnusableSettingException;
import java.util.List;

/** Whether webhooks can be told from strangers' requests. */
record WebhookChecks(Settings settings) {
    private static final String NAME = "webhooks";
    private static final String SIGNING_KEY = "whsec_";
    /** Shorter ones can be found by trying. */
    private static final int SHORTEST = 16;

    Check look() {
        List<String> tokens;
        int keys;
        try {
            var properties = settings.read("kanilint.webhook", WebhookProperties.class);
            tokens = properties.accepted();
            keys = properties.keys().size();
        } catch (UnusableSettingException e) {
            return Check.toDo(NAME, e.getMessage() + ".");
        }
        if (tokens.isEmpty() && keys == 0) {
            return Check.toDo(
                    NAME,
                    "Neither a token nor a signing key is set, so every webhook is refused. Set"
                            + " KANILINT_WEBHOOK_SIGNING_KEYS or KANILINT_WEBHOOK_TOKENS to what the webhook has in GitLab.");
        }
        if (tokens.stream().anyMatch(token -> token.startsWith(SIGNING_KEY))) {
            return Check.toDo(
                    NAME,
                    "KANILINT_WEBHOOK_TOKENS holds what looks like a signing key (whsec_…): it belongs into"
                            + " KANILINT_WEBHOOK_SIGNING_KEYS.");
        }
        if (tokens.stream().anyMatch(token -> token.length() < SHORTEST)) {
            return Check.toDo(
                    NAME,
                    "A token in KANILINT_WEBHOOK_TOKENS has less than %d characters and can be guessed: make it longer, here and in GitLab."
                            .formatted(SHORTEST));
        }
        return Check.ok(NAME, "%s and %s.".formatted(count(tokens.size(), "token"), count(keys, "signing key")));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
