package io.kanilint.delivery;

import io.kanilint.gitlab.UnusableSettingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which webhooks are accepted.
 *
 * @param tokens accepted values of {@code X-Gitlab-Token}, separated by commas
 * @param tokensFile file that holds them; wins over {@code tokens}
 * @param signingKeys keys that webhooks may be signed with, as GitLab shows them, separated by commas
 * @param signingKeysFile file that holds them; wins over {@code signingKeys}
 */
@ConfigurationProperties("kanilint.webhook")
public record WebhookProperties(
        @Nullable String tokens,
        @Nullable String tokensFile,
        @Nullable String signingKeys,
        @Nullable String signingKeysFile) {
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    private static final String PREFIX = "whsec_";
    /** The shortest that Standard Webhooks allows; GitLab's have 32. */
    private static final int FEWEST_BYTES = 24;

    /**
     * The accepted tokens.
     *
     * @throws UnusableSettingException if their file cannot be read
     */
    public List<String> accepted() {
        return values(tokens, tokensFile, "webhook tokens", "KANILINT_WEBHOOK_TOKENS_FILE");
    }

    /**
     * The keys themselves, which the setting holds as base64.
     *
     * @throws UnusableSettingException if one of them is none, or their file cannot be read
     */
    public List<byte[]> keys() {
        List<String> all =
                values(signingKeys, signingKeysFile, "webhook signing keys", "KANILINT_WEBHOOK_SIGNING_KEYS_FILE");
        return IntStream.range(0, all.size())
                .mapToObj(i -> key(all.get(i), i + 1))
                .toList();
    }

    private static byte[] key(String text, int number) {
        try {
            if (text.startsWith(PREFIX)) {
                byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
                if (key.length >= FEWEST_BYTES) {
                    return key;
                }
            }
        } catch (IllegalArgumentException _) {
            // Said below, without the key.
        }
        throw new UnusableSettingException(
                "Signing key number %d (KANILINT_WEBHOOK_SIGNING_KEYS) is not one of GitLab's: ".formatted(number)
                        + "it must be " + PREFIX + " and base64 of at least " + FEWEST_BYTES
                        + " bytes. It was probably not copied as a whole");
    }

    private static List<String> values(@Nullable String here, @Nullable String file, String what, String setting) {
        String all = file == null || file.isBlank() ? here : read(file, what, setting);
        return all == null
                ? List.of()
                : SEPARATOR.splitAsStream(all).filter(value -> !value.isEmpty()).toList();
    }

    private static String read(String file, String what, String setting) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            throw new UnusableSettingException("The file of %s %s (%s) cannot be read: %s"
                    .formatted(what, file, setting, e.getClass().getSimpleName()));
        }
    }

    @Override
    public String toString() {
        return "WebhookProperties[tokens=%s, tokensFile=%s, signingKeys=%s, signingKeysFile=%s]"
                .formatted(
                        tokens == null ? "none" : "set",
                        tokensFile,
                        signingKeys == null ? "none" : "set",
                        signingKeysFile);
    }
}
