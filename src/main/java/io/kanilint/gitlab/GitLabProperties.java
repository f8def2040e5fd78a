package io.kanilint.gitlab;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where GitLab is and who we are there.
 *
 * @param url base URL, also with a path ({@code https://example.com/gitlab})
 * @param token access token with the scope {@code api}; blank means none
 * @param tokenFile file that holds the token; wins over {@code token}
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for one whole answer, after connecting
 */
@ConfigurationProperties("kanilint.gitlab")
public record GitLabProperties(
        @DefaultValue("https://gitlab.com") String url,
        @Nullable String token,
        @Nullable String tokenFile,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout) {

    /** The URL without a slash at its end; the exception's message is a sentence for the administrator. */
    public URI base() {
        try {
            URI uri = new URI(url.strip().replaceAll("/+$", ""));
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            if (http
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException _) {
            // Said below, without the value: somebody may have put a password into it.
        }
        throw new UnusableSettingException("The URL of GitLab (kanilint.gitlab.url, KANILINT_GITLAB_URL) must be like "
                + "https://gitlab.example.com: http or https, a host, no user, no query");
    }

    /** The token to use, from the file if one is set. */
    Optional<String> secret() {
        String secret = tokenFile == null || tokenFile.isBlank() ? token : read(tokenFile);
        if (secret == null || secret.isBlank()) {
            return Optional.empty();
        }
        String value = secret.strip();
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new UnusableSettingException("The GitLab token contains a space, a line break or a character outside "
                    + "of ASCII: it was probably not copied as a whole, or with something else");
        }
        return Optional.of(value);
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSettingException("The GitLab token file " + file + " (kanilint.gitlab.token-file, "
                    + "KANILINT_GITLAB_TOKEN_FILE) cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    @Override
    public String toString() {
        return "GitLabProperties[url=%s, token=%s, tokenFile=%s, connectTimeout=%s, readTimeout=%s]"
                .formatted(url, token == null ? "none" : "set", tokenFile, connectTimeout, readTimeout);
    }
}
