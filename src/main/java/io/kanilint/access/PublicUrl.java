package io.kanilint.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people reach the service. */
@Component
public final class PublicUrl {
    private final String url;

    PublicUrl(@Value("${kanilint.public-url}") String url) {
        this.url = url.strip().replaceAll("/+$", "");
    }

    /** Whether browsers come by https, though the last piece of the way may be plain. */
    boolean secure() {
        return url.regionMatches(true, 0, "https:", 0, "https:".length());
    }

    /** A full address. */
    public String of(String path) {
        return url + path;
    }
}
