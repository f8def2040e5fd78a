package io.kanilint.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The administrator {@code admin}, who signs in with a password; its hash is in the database. */
@Component
class LocalAdministrator implements SmartInitializingSingleton {
    static final String NAME = "admin";
    private static final int SHORTEST = 12;
    private static final Logger LOG = LoggerFactory.getLogger(LocalAdministrator.class);

    private final AccessProperties properties;
    private final LoginWays ways;
    private final PublicUrl publicUrl;
    private final ApiTokens tokens;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    /** Compared with where there is no administrator, so that this takes as long. */
    private final String nobodys;

    LocalAdministrator(
            AccessProperties properties, LoginWays ways, PublicUrl publicUrl, ApiTokens tokens, JdbcClient jdbc) {
        this.properties = properties;
        this.ways = ways;
        this.publicUrl = publicUrl;
        this.tokens = tokens;
        this.jdbc = jdbc;
        encoder = new BCryptPasswordEncoder(properties.passwordStrength());
        nobodys = "$2a$%02d$".formatted(properties.passwordStrength()) + ".".repeat(53);
    }

    /** Before the first request: the settings decide whether there is one, and by which password. */
    @Override
    public void afterSingletonsInstantiated() {
        String password = properties.password();
        Optional<String> hash = hash();
        if (!password.isEmpty()) {
            if (password.length() < SHORTEST) {
                LOG.warn("KANILINT_ADMIN_PASSWORD is shorter than {} characters: it may be guessed.", SHORTEST);
            }
            if (hash.isEmpty() || !encoder.matches(password, hash.get())) {
                forget();
                keep(password);
            }
        } else if (!ways.password()) {
            hash.ifPresent(_ -> forget());
        } else if (hash.isEmpty()) {
            makeUp();
        }
    }

    /** Whether it is the administrator's name and password; takes as long if it is neither. */
    boolean is(String name, String password) {
        Optional<String> hash = hash();
        boolean fits = password.getBytes(StandardCharsets.UTF_8).length <= AccessProperties.LONGEST_PASSWORD;
        boolean right = encoder.matches(fits ? password : "", hash.orElse(nobodys));
        return right && fits && hash.isPresent() && name.equals(NAME);
    }

    private void makeUp() {
        byte[] random = new byte[18];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        if (keep(password)) {
            // Not for the log's reader alone: without it nobody gets in.
            LOG.warn(
                    "Sign in to {} as {} with the password {} (shown only now; KANILINT_ADMIN_PASSWORD sets another).",
                    publicUrl.of("/"),
                    NAME,
                    password);
        }
    }

    /** False if another replica was first. */
    private boolean keep(String password) {
        return jdbc.sql("INSERT INTO local_administrator (name, password_hash) VALUES (?, ?) ON CONFLICT DO NOTHING")
                        .params(NAME, encoder.encode(password))
                        .update()
                == 1;
    }

    /** Ends the sessions and the tokens too: who came in by the old password has to know the new one. */
    private void forget() {
        jdbc.sql("DELETE FROM local_administrator").update();
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
                .param(Long.toString(Account.LOCAL))
                .update();
        // Also where he may sign in while others guess.
        jdbc.sql("DELETE FROM login_source").update();
        tokens.revokeLocal();
    }

    private Optional<String> hash() {
        return jdbc.sql("SELECT password_hash FROM local_administrator WHERE name = ?")
                .param(NAME)
                .query(String.class)
                .optional();
    }
}
