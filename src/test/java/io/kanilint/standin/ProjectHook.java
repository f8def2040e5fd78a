package io.kanilint.standin;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hook in a project's settings, as the hooks API shows it.
 *
 * @param events what it tells of: {@code note} for the API's {@code note_events}
 */
public record ProjectHook(String url, Set<String> events, boolean secret, String alertStatus) {

    /** A healthy one with a secret token, for all that a service can make use of. */
    public static ProjectHook to(String url) {
        return new ProjectHook(url, Set.of("merge_requests", "note", "emoji", "job", "pipeline"), true, "executable");
    }

    public ProjectHook withAlert(String status) {
        return new ProjectHook(url, events, secret, status);
    }

    public ProjectHook tellingOf(String... events) {
        return new ProjectHook(url, Set.of(events), secret, alertStatus);
    }

    public ProjectHook withoutSecret() {
        return new ProjectHook(url, events, false, alertStatus);
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                1,
                "url",
                url,
                "merge_requests_events",
                events.contains("merge_requests"),
                "note_events",
                events.contains("note"),
                "emoji_events",
                events.contains("emoji"),
                "job_events",
                events.contains("job"),
                "pipeline_events",
                events.contains("pipeline"),
                "alert_status",
                alertStatus,
                "disabled_until",
                null,
                "token_present",
                secret,
                "signing_token_present",
                false);
    }
}
