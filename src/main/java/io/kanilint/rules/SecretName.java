package io.kanilint.rules;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Judges names of variables, word by word. */
final class SecretName {
    /** Last words that name a secret by themselves. */
    private static final Set<String> SECRETS =
            Set.of("TOKEN", "PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "CREDENTIALS", "APIKEY", "PAT", "PASS");

    /** Last words that only name one together with others: {@code PASS}, for one, is also a kind of ticket. */
    private static final Set<String> NOT_ALONE = Set.of("PAT", "PASS");

    private static final Pattern SECRET_KEY = Pattern.compile(
            ".*_(?:PRIVATE|SECRET|SECRET_ACCESS|DEPLOY|SIGNING|ENCRYPTION|SSH|AUTH|MASTER|ACCOUNT)_KEY(?:_BASE)?");

    /** Words of names that are made to be seen, or of values that are made up. */
    private static final Pattern PUBLIC =
            Pattern.compile("(?:.*_)?(?:PUBLIC|PUB|FAKE|DUMMY|EXAMPLE|SAMPLE|MOCK|PLACEHOLDER|CSRF|DESIGN|PAGE|SITE)_.*"
                    + "|(?:HAS|USE|USES|WITH|NEEDS|REQUIRE|REQUIRES|NO)_.*"
                    + "|(?:VITE|REACT_APP|VUE_APP|GATSBY|NUXT|EXPO|STORYBOOK)_.*");

    private SecretName() {}

    static boolean isPublic(String name) {
        return PUBLIC.matcher(plain(name) + "_").matches();
    }

    /** Whether it says so, and nothing in it says otherwise. */
    static boolean isSecret(String name) {
        String plain = plain(name).replaceFirst("_(?:B64|BASE64|\\d+)$", "");
        String last = plain.substring(plain.lastIndexOf('_') + 1);
        boolean alone = last.equals(plain);
        boolean word = SECRETS.contains(last) && !(alone && NOT_ALONE.contains(last));
        return !isPublic(name) && (word || SECRET_KEY.matcher("_" + plain).matches());
    }

    /** {@code npmToken} and {@code npm-token} as {@code NPM_TOKEN}. */
    private static String plain(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
