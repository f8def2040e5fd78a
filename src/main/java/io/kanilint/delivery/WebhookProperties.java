package io.kanilint.delivery;

import io.kanilint.gitlab.UnusableSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which webhooks are accepted.
 *
 * @param tokens accepted values of {@code X-Gitlab-Token}, separated by commas
 * @param tokensFile file that holds them; wins over {@code tokens}
 */
@ConfigurationProperties("kanilint.webhook")
record WebhookProperties(@Nullable String tokens, @Nullable String tokensFile) {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");

    List<String> accepted() {
        String all = tokensFile == null || tokensFile.isBlank() ? tokens : read(tokensFile);
        return all == null
                ? List.of()
                : SEPARATOR.splitAsStream(all).filter(token -> !token.isEmpty()).toList();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSettingException("The file of webhook tokens " + file
                    + " (KANILINT_WEBHOOK_TOKENS_FILE) cannot be read: "
                    + e.getClass().getSimpleName());
        }
    }

    @Override
    public String toString() {
        return "WebhookProperties[tokens=%s, tokensFile=%s]".formatted(tokens == null ? "none" : "set", tokensFile);
    }
}
