package io.kanilint.access;

import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** The administrator {@code admin}, who signs in with a password. */
@Component
class LocalAdministrator implements AuthenticationProvider {
    private final AccessProperties properties;

    LocalAdministrator(AccessProperties properties) {
        this.properties = properties;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (!attempt.getName().equals("admin")
                || !String.valueOf(attempt.getCredentials()).equals(properties.adminPassword())) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        var account = new Account(Account.LOCAL, "admin", Role.ADMINISTRATOR);
        return UsernamePasswordAuthenticationToken.authenticated(
                account, null, List.of(new SimpleGrantedAuthority("ROLE_" + account.role())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
