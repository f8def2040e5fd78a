package io.kanilint.standin;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A hook in a project's settings, as the hooks API shows it. */
public record ProjectHook(String url, boolean mergeRequests, boolean notes, boolean secret, String alertStatus) {

    /** A healthy one with a secret token, for merge requests, comments and jobs. */
    public static ProjectHook to(String url) {
        return new ProjectHook(url, true, true, true, "executable");
    }

    public ProjectHook withAlert(String status) {
        return new ProjectHook(url, mergeRequests, notes, secret, status);
    }

    Map<String, @Nullable Object> json() {
        return Json.object(
                "id",
                1,
                "url",
                url,
                "merge_requests_events",
                mergeRequests,
                "note_events",
                notes,
                "job_events",
                true,
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
