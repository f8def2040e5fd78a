package io.kanilint.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Lets the local administrator in. */
@Component
class PasswordLogin implements AuthenticationProvider {
    private final LocalAdministrator administrator;
    private final LoginPauses pauses;

    PasswordLogin(LocalAdministrator administrator, LoginPauses pauses) {
        this.administrator = administrator;
        this.pauses = pauses;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String source = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? Source.network(String.valueOf(details.getRemoteAddress()))
                : "";
        pauses.claim(source).ifPresent(pause -> {
            throw new PausedException(pause);
        });
        if (!administrator.is(attempt.getName(), String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("wrong");
        }
        pauses.forget(source);
        return new Account(Account.LOCAL, LocalAdministrator.NAME, Role.ADMINISTRATOR).authentication();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
