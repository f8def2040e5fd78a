package io.kanilint.dashboard;

import io.kanilint.access.PublicUrl;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Where GitLab is to send its webhooks. */
@Component
record WebhookAddress(String url) {
    @Autowired
    WebhookAddress(PublicUrl publicUrl) {
        this(publicUrl.of("/webhooks/gitlab"));
    }
}
