package io.kanilint.access;

import io.kanilint.gitlab.UnusableSettingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The login with GitLab. Its addresses are GitLab's own unless they are set.
 *
 * @param clientId of the application in GitLab; blank if nobody signs in with GitLab
 * @param clientSecretFile file that holds the secret; wins over {@code clientSecret}
 * @param adminGroups full paths of the groups whose members are administrators
 * @param viewerGroups full paths of the groups whose members are viewers
 * @param issuer what GitLab calls itself in ID tokens
 * @param patience longest wait for one answer of GitLab
 */
@ConfigurationProperties("kanilint.login")
record GitLabLoginProperties(
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String clientSecretFile,
        @DefaultValue List<String> adminGroups,
        @DefaultValue List<String> viewerGroups,
        @DefaultValue("") String issuer,
        @DefaultValue("") String authorizeUrl,
        @DefaultValue("") String tokenUrl,
        @DefaultValue("") String userinfoUrl,
        @DefaultValue("") String keysUrl,
        @DefaultValue("10s") Duration patience) {

    boolean configured() {
        return !clientId.isBlank();
    }

    String secret() {
        String secret = SecretFile.read(clientSecret, clientSecretFile, "KANILINT_OIDC_CLIENT_SECRET_FILE");
        if (secret.isEmpty()) {
            throw new UnusableSettingException("KANILINT_OIDC_CLIENT_ID is set without KANILINT_OIDC_CLIENT_SECRET."
                    + " GitLab shows both where the application was made");
        }
        return secret;
    }

    /** The role that comes with membership in groups; empty if these do not let in. */
    Optional<Role> role(Collection<String> groups) {
        if (adminGroups.stream().anyMatch(groups::contains)) {
            return Optional.of(Role.ADMINISTRATOR);
        }
        return viewerGroups.stream().anyMatch(groups::contains) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    @Override
    public String toString() {
        return "GitLabLoginProperties[clientId=%s, adminGroups=%s, viewerGroups=%s]"
                .formatted(clientId, adminGroups, viewerGroups);
    }
}
