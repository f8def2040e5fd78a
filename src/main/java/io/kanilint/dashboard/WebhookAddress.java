package io.kanilint.dashboard;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where GitLab is to send its webhooks. */
@Component
record WebhookAddress(@Value("${kanilint.public-url}") String url) {
    WebhookAddress {
        url = url.strip().replaceAll("/+$", "") + "/webhooks/gitlab";
    }
}
