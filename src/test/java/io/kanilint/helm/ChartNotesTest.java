package io.kanilint.helm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Helm prints after an installation says what to do next. */
class ChartNotesTest {

    @Test
    void theWebhookAndItsSecretAreNamed() {
        assertThat(Chart.notes())
                .contains("https://kanilint.example.com/webhooks/gitlab")
                .contains("one of the tokens in the key webhook-tokens of the Secret kanilint-secrets")
                .contains("helm test kanilint -n review --logs")
                .contains("leads to the Service kanilint, port 80")
                .contains("The password was made up and logged once")
                .doesNotContain("shadow", "embedded", "Signing");
    }

    @Test
    void theyFitTheSettings() {
        String notes = Chart.notes(Chart.EMBEDDED, """
                mode: shadow
                secrets: {keys: {webhookTokens: "", webhookSigningKeys: signing, oidcClientSecret: oidc}}
                oidc: {clientId: a, adminGroups: [b]}
                ingress: {enabled: true, hosts: [kanilint.example.com]}
                """);
        assertThat(notes)
                .contains("put it into the key signing of the Secret kanilint-secrets")
                .contains("https://kanilint.example.com/login/oauth2/code/gitlab")
                .contains("runs in shadow mode")
                .contains("on the volume claim kanilint")
                .doesNotContain("one of the tokens", "leads to the Service", "made up", "database-password");
    }
}
