package io.kanilint.dashboard;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses that GitLab told us. What may become a link is a page of the web, and nothing that a browser would run. */
final class WebAddress {
    private static final Pattern WEB = Pattern.compile("https?://[^\\s\"'<>]+");

    private WebAddress() {}

    /** The address, if it may become a link. */
    static Optional<String> of(@Nullable String address) {
        return Optional.ofNullable(address).filter(text -> WEB.matcher(text).matches());
    }
}
