package io.kanilint.access;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody while signing in with GitLab; {@link AccountSession} keeps only the account. */
record GitLabUser(Account account, OidcUser said) implements OidcUser {
    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return said.getAttributes();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return account.authentication().getAuthorities();
    }

    @Override
    public Map<String, Object> getClaims() {
        return said.getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return said.getUserInfo();
    }

    @Override
    public OidcIdToken getIdToken() {
        return said.getIdToken();
    }
}
