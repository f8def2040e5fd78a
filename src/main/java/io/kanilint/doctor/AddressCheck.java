package io.kanilint.doctor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the address at which people and GitLab reach the service can be one. */
record AddressCheck(Settings settings) {
    private static final String NAME = "public URL";
    static final String HOOK_PATH = "/webhooks/gitlab";
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(?i)localhost|.*\\.localhost|127(\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0");

    Check look() {
        Optional<URI> uri = uri();
        if (uri.isEmpty()) {
            return Check.toDo(
                    NAME,
                    "KANILINT_PUBLIC_URL must be like https://kanilint.example.com: http or https, a host, no user and no"
                            + " query.");
        }
        String path = String.valueOf(uri.get().getPath());
        if (path.endsWith(HOOK_PATH)) {
            return Check.toDo(NAME, "KANILINT_PUBLIC_URL must end before " + HOOK_PATH + ".");
        }
        if (isLocal(uri.get()) && !gitLabIsLocal()) {
            return Check.toDo(
                    NAME,
                    uri.get()
                            + " leads each reader to their own machine. Set KANILINT_PUBLIC_URL to where GitLab and people"
                            + " reach the service.");
        }
        return Check.ok(NAME, uri.get() + "; hooks go to " + hook().orElseThrow() + ".");
    }

    /** Where hooks should point to; empty if the setting is no address. */
    Optional<String> hook() {
        return uri().map(uri -> uri + HOOK_PATH);
    }

    private Optional<URI> uri() {
        try {
            var uri = new URI(
                    settings.text("kanilint.public-url").orElse("").strip().replaceAll("/+$", ""));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            boolean plain = uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null;
            return http && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private boolean gitLabIsLocal() {
        try {
            return isLocal(
                    new URI(settings.text("kanilint.gitlab.url").orElse("").strip()));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isLocal(URI uri) {
        return uri.getHost() != null && THIS_MACHINE.matcher(uri.getHost()).matches();
    }
}
