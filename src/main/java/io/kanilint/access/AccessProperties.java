package io.kanilint.access;

import io.kanilint.gitlab.UnusableSettingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long people are let in, and the local administrator's password.
 *
 * @param adminPassword that of the local administrator; blank if none is set
 * @param adminPasswordFile file that holds it; wins over {@code adminPassword}
 * @param passwordStrength bcrypt's: one more takes twice as long
 * @param idle after so long without a request a session ends
 * @param lifetime after so long it ends in any case
 * @param trust how long GitLab's answer counts on pages: who somebody is, and what he sees
 * @param tokenTrust how long it counts for a viewer's API tokens
 * @param administratorTokenTrust how long it counts for API tokens of an administrator who signs in with GitLab
 */
@ConfigurationProperties("kanilint.access")
record AccessProperties(
        @DefaultValue("") String adminPassword,
        @DefaultValue("") String adminPasswordFile,
        @DefaultValue("10") int passwordStrength,
        @DefaultValue("12h") Duration idle,
        @DefaultValue("7d") Duration lifetime,
        @DefaultValue("1h") Duration trust,
        @DefaultValue("24h") Duration tokenTrust,
        @DefaultValue("30d") Duration administratorTokenTrust) {
    /** Bcrypt reads no further. */
    static final int LONGEST_PASSWORD = 72;

    /** The password to use, empty if none is set. */
    String password() {
        String password = SecretFile.read(adminPassword, adminPasswordFile, "KANILINT_ADMIN_PASSWORD_FILE");
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD) {
            throw new UnusableSettingException(
                    "KANILINT_ADMIN_PASSWORD is longer than %d bytes. Set a shorter one".formatted(LONGEST_PASSWORD));
        }
        return password;
    }

    Duration tokenTrust(Role role) {
        return role == Role.ADMINISTRATOR ? administratorTokenTrust : tokenTrust;
    }

    @Override
    public String toString() {
        return "AccessProperties[adminPassword=%s, adminPasswordFile=%s, idle=%s, lifetime=%s, trust=%s]"
                .formatted(adminPassword.isEmpty() ? "none" : "set", adminPasswordFile, idle, lifetime, trust);
    }
}
