package io.kanilint.access;

import io.kanilint.gitlab.GitLab;
import io.kanilint.gitlab.GitLabException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes an account of what GitLab says about somebody who signs in; his access token is used here and then dropped. */
final class GitLabUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    /** The error where somebody is in none of the groups. */
    static final String NOT_LET_IN = "kanilint_not_let_in";

    static final String AWAY = "kanilint_gitlab_away";
    private static final Logger LOG = LoggerFactory.getLogger(GitLabUsers.class);

    private final OAuth2UserService<OidcUserRequest, OidcUser> asking;
    private final GitLabLoginProperties properties;
    private final GitLabAccounts accounts;
    private final GitLab gitlab;

    GitLabUsers(
            OAuth2UserService<OidcUserRequest, OidcUser> asking,
            GitLabLoginProperties properties,
            GitLabAccounts accounts,
            GitLab gitlab) {
        this.asking = asking;
        this.properties = properties;
        this.accounts = accounts;
        this.gitlab = gitlab;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser said = Objects.requireNonNull(asking.loadUser(request));
        long id = id(said.getSubject());
        List<String> groups = Optional.ofNullable(said.getUserInfo())
                .map(info -> info.getClaimAsStringList("groups"))
                .orElse(List.of());
        Optional<Role> role = properties.role(groups);
        if (role.isEmpty()) {
            accounts.forget(id);
            throw failure(NOT_LET_IN);
        }
        var account = new Account(id, name(said), role.get());
        accounts.keep(
                account,
                account.administrator()
                        ? List.of()
                        : projects(request.getAccessToken().getTokenValue()));
        return new GitLabUser(account, said);
    }

    private List<Long> projects(String accessToken) {
        try {
            return gitlab.memberships(accessToken);
        } catch (GitLabException e) {
            LOG.warn("Somebody could not sign in with GitLab: {}", e.getMessage());
            throw failure(AWAY);
        }
    }

    private static long id(@Nullable String subject) {
        // The local administrator's id must not come from elsewhere.
        if (subject == null || !subject.matches("[1-9]\\d{0,17}")) {
            throw failure("kanilint_no_user_id");
        }
        return Long.parseLong(subject);
    }

    private static String name(OidcUser said) {
        return Optional.ofNullable(said.getPreferredUsername())
                .or(() -> Optional.ofNullable(said.getNickName()))
                .filter(name -> !name.isBlank())
                .map(name -> name.substring(0, Math.min(name.length(), 255)))
                .orElse("user " + said.getSubject());
    }

    private static OAuth2AuthenticationException failure(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }
}
