package io.kanilint.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Somebody who signed in; kept in the session.
 *
 * @param id the user's id in GitLab; {@link #LOCAL} for the local administrator
 * @param name the user's name in GitLab, or {@code admin}
 */
public record Account(long id, String name, Role role) implements Principal, Serializable {
    /** The id of the local administrator, which no user of GitLab has. */
    public static final long LOCAL = 0;

    @Override
    public String getName() {
        return name;
    }

    public boolean administrator() {
        return role == Role.ADMINISTRATOR;
    }

    /** Which projects may be shown. */
    public Visibility visibility() {
        return administrator() ? new Visibility.All() : new Visibility.Of(id);
    }

    boolean local() {
        return id == LOCAL;
    }

    /** As Spring Security wants to have it, with the role and what else is allowed. */
    UsernamePasswordAuthenticationToken authentication(String... more) {
        List<GrantedAuthority> authorities = Stream.concat(Stream.of("ROLE_" + role), Stream.of(more))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(this, null, authorities);
    }
}
